import Foundation
import Glibc
import TestSupport
import Testing

/// A folder of lessons that somebody made to do harm.
struct HostilePack: CustomTestStringConvertible, Sendable {
  let name: String
  /// What one of the messages says; nil where the pack is harmless in the end and may be read.
  let told: String?
  let make: @Sendable (TemporaryFolder) throws -> Void

  var testDescription: String { name }

  private init(
    _ name: String, _ told: String?, _ make: @escaping @Sendable (TemporaryFolder) throws -> Void
  ) {
    self.name = name
    self.told = told
    self.make = make
  }

  /// The file outside every pack that none may show or change.
  static let canaryName = "canary.md"
  static let canary = "CANARY-THAT-NOBODY-SHOWS"

  static let front = """
    ---
    id: a
    number: 1
    title: A
    question: Q?
    minutes: 5
    interview: I.
    summary: [S]
    sources: [R]
    ---

    ## H

    """

  private static func body(_ name: String, _ told: String?, _ text: String) -> HostilePack {
    HostilePack(name, told) { try $0.write(front + "\n" + text + "\n", to: "01-a.md") }
  }

  private static func text(_ name: String, _ told: String?, _ text: String) -> HostilePack {
    HostilePack(name, told) { try $0.write(text, to: "01-a.md") }
  }

  private static func bytes(_ name: String, _ told: String?, _ bytes: [UInt8]) -> HostilePack {
    HostilePack(name, told) { try $0.write(Data(Array(front.utf8) + bytes), to: "01-a.md") }
  }

  private static func link(_ name: String, to target: String) -> HostilePack {
    HostilePack(name, "This is a symbolic link") {
      try FileManager.default.createSymbolicLink(
        atPath: $0.file("01-a.md"), withDestinationPath: target)
    }
  }

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static let all: [HostilePack] = files + yaml + markdown + questions

  private static let files: [HostilePack] = [
    link("a link out of the folder", to: "../" + canaryName),
    link("a link to an absolute path", to: "/etc/passwd"),
    link("a link to itself", to: "01-a.md"),
    link("a link to endless zeros", to: "/dev/zero"),
    link("a link to a folder", to: "/"),
    HostilePack("a pipe that nobody writes", "no regular file") {
      guard mkfifo($0.file("01-a.md"), 0o600) == 0 else { throw POSIXError(.EIO) }
    },
    HostilePack("ten sparse gibibytes", "at most 1 MiB") {
      try $0.write("", to: "01-a.md")
      guard truncate($0.file("01-a.md"), 10 << 30) == 0 else { throw POSIXError(.EIO) }
    },
    HostilePack("a hundred mebibytes", "at most 1 MiB") {
      try $0.write(Data(count: 100 << 20), to: "01-a.md")
    },
    HostilePack("ten thousand files", "more than 2000 files") {
      for number in 0..<10_000 { try $0.write("", to: "\(number).md") }
    },
    HostilePack("a folder with a lesson's name", "This is a folder") {
      try FileManager.default.createDirectory(
        atPath: $0.file("01-a.md"), withIntermediateDirectories: false)
    },
    HostilePack("control characters in a name", "Lesson files are called") {
      try $0.write(front + "\nText.\n", to: "01\u{1B}[2J.md")
    },
    HostilePack("a bank that is a link", "This is a symbolic link") {
      try $0.write(front + "\nText.\n", to: "01-a.md")
      try FileManager.default.createSymbolicLink(
        atPath: $0.file("myths.yaml"), withDestinationPath: "../" + canaryName)
    },
    text("an empty file", "The file is empty", ""),
    bytes("a NUL", "control character (U+0000)", [0x61, 0, 0x0A]),
    bytes("bytes that are not UTF-8", "not valid UTF-8", [0xC3, 0x28, 0x0A]),
    bytes("an overlong slash", "not valid UTF-8", [0xC0, 0xAF, 0x0A]),
    bytes("a surrogate", "not valid UTF-8", [0xED, 0xA0, 0x80, 0x0A]),
    text("a byte order mark", "byte order mark", "\u{FEFF}" + front + "\nText.\n"),
    text("a line of eight mebibytes", "at most 1 MiB", front + many("x", 8 << 20)),
    text("a line of half a mebibyte", "longer than 4096 bytes", front + many("x", 1 << 19)),
    text("only carriage returns", "control character (U+000D)", many("\r", 1000)),
  ]

  private static let yaml: [HostilePack] = [
    text("front matter that never ends", "never ends", "---\nid: a\n"),
    text("front matter twice", "sound", "---\nid: a\n---\n---\nid: b\n---\n\n## H\n").telling(
      "has no"),
    text(
      "aliases that grow", "aliases",
      "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + (0..<30).map { "b\($0): &b\($0) [\(many("*a,", 9))x]\n" }.joined() + "---\n\n## H\n"),
    text("brackets in each other", "not valid", "---\nid: " + many("[", 4000) + "\n---\n"),
    text("a merge key", "unknown field", "---\n<<: {id: b}\n---\n\n## H\n"),
    text(
      "a tag that names a type", "has no", "---\nid: !!python/object:os.system a\n---\n\n## H\n"),
    text("the same field twice", "twice", "---\nid: a\nid: b\n---\n\n## H\n"),
    text(
      "an id that is a path", "may hold small letters", front.replacing("id: a", with: "id: ../a")),
    text(
      "a number that is too large", "whole number",
      front.replacing("r: 1", with: "r: 99999999999999999999")),
    text(
      "escapes in quotes", nil,
      front.replacing("title: A", with: "title: \"A\\e[2J\\x07\"") + "\nText.\n"),
  ]

  private static let markdown: [HostilePack] = [
    body("a hundred thousand quotes in each other", "longer than 4096", many(">", 100_000)),
    body("ten thousand lists in each other", "nested", many("- ", 40) + "x"),
    body("ten thousand brackets", nil, many(many("[", 1000) + "\n\n", 10)),
    body("ten thousand stars", nil, many(many("*a ", 300) + "\n\n", 30)),
    body("links in each other", nil, many(many("[a](", 200) + "\n\n", 30)),
    body(
      "a table that fills itself", "more than 32 bars", many("|a", 900) + "\n" + many("|-", 900)),
    body("backquotes of every length", nil, (1...60).map { many("`", $0) }.joined(separator: "a")),
    body("raw HTML", "Raw HTML", "<script>alert(1)</script>"),
    body("an image", "Images cannot be shown", "![a](file:///etc/passwd)"),
    body("a link that runs something", "A link needs", "[a](javascript:alert)"),
    body("a link out of the folder", "A link needs", "[a](../\(canaryName))"),
    body("entities that are controls", nil, "a&#27;[2J&#7;&#0;b"),
    body("letters that change the direction", nil, "a\u{202E}b\u{2066}c"),
    body("marks that pile up", nil, "a" + many("\u{0301}", 400)),
  ]

  private static let questions: [HostilePack] = [
    body("a demo that is a path", "There is no demo", "```demo\n../../bin/sh\n```"),
    body("a demo with arguments", "one demo's name", "```demo\ntabs --clients 9999999\n```"),
    body("exercises that are a path", "There are no exercises", "```exercise\n../x\n```"),
    body("a question that is a list", "set of fields", "```question\n- a\n```"),
    body("a question without options", "has no", "```question\nid: a\nkind: one\n```"),
  ]

  private func telling(_ told: String) -> HostilePack { HostilePack(name, told, make) }
}
