import Testing

@Suite("Hostile texts")
struct HostileTextTests {
  private static let body = Sample.front + "## H\n\n"

  /// Runs the reader and expects it to refuse within a time that only a reader without bounds needs,
  /// however busy the machine is.
  private func refuses(_ text: String, _ part: String) {
    var faults: [String] = []
    let time = ContinuousClock().measure { faults = Sample.faults(text) }
    #expect(faults.contains { $0.contains(part) }, "\(faults.prefix(3))")
    #expect(time < .seconds(60), "took \(time)")
  }

  @Test("aliases of aliases are refused before they grow")
  func aliasBomb() {
    var lines = ["a0: &a0 [x, x]"]
    for level in 1...40 {
      let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      lines.append("a\(level): &a\(level) [\(alias)]")
    }
    refuses("---\n" + lines.joined(separator: "\n") + "\n---\n\n## H\n\nText.\n", "aliases")
    // As keys they would be hashed while the parser still builds its tree.
    let keys = lines.map { $0.replacing("[", with: "{? [").replacing("]", with: "] : x}") }
    refuses("---\n" + keys.joined(separator: "\n") + "\n---\n\n## H\n\nText.\n", "aliases")
    // Few enough to pass the count: refused for the anchor, and not slow either.
    refuses("---\n" + lines.prefix(2).joined(separator: "\n") + "\n---\n", "Anchors")
    refuses(
      Self.body + "```question\nid: &a b\ntopic: *a\n```\n", "x.md:14:5: Anchors and aliases")
  }

  @Test("deep YAML is refused")
  func deepYAML() {
    let openers = String(repeating: " " + String(repeating: "[", count: 3000) + "\n", count: 5)
    refuses("---\nid:\n" + openers + "---\n\n## H\n", "not valid")
    refuses(
      "---\nid: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        + "\n---\n\n## H\n", "nested too deep")
    refuses("---\n" + String(repeating: "- ", count: 1500) + "x\n---\n\n## H\n", "")
    refuses("---\nid: {" + String(repeating: "? ", count: 1500) + "x}\n---\n\n## H\n", "")
  }

  @Test("a hundred thousand nested quotes or lists are refused")
  func nestedBlocks() {
    refuses(Self.body + String(repeating: ">", count: 100_000) + "x\n", "x.md:13:1: ")
    refuses(Self.body + String(repeating: "> ", count: 2000) + "x\n", "nested too deep")
    refuses(Self.body + String(repeating: "- ", count: 100_000) + "x\n", "x.md:13:1: ")
    refuses(Self.body + String(repeating: "* ", count: 40) + "x\n", "nested too deep")
    refuses(Self.body + String(repeating: "1. ", count: 40) + "x\n", "nested too deep")
    let stairs = (0..<700).map { String(repeating: "  ", count: $0) + "- x" }
    refuses(Self.body + stairs.joined(separator: "\n") + "\n", "")
    let spread = (0..<700).map { String(repeating: "  ", count: $0) + "- x\n" }
    refuses(Self.body + spread.joined(separator: "\n") + "\n", "one paragraph")
  }

  @Test("marks in each other are refused before they exhaust the stack")
  func nestedMarks() {
    refuses(
      Self.body + String(repeating: "*a **b ", count: 300) + String(repeating: "c** d*", count: 300)
        + "\n", "nested too deep")
  }

  @Test("a line of a mebibyte is refused")
  func longLine() {
    refuses(
      Self.body + String(repeating: "x", count: (1 << 20) - 200) + "\n",
      "x.md:13:1: This line is longer than 4096 bytes; break it into several.")
    refuses(String(repeating: "x\n", count: 600_000), "at most 1 MiB")
    refuses(Self.body + String(repeating: "x\n", count: 100_000), "at most 10000 lines")
    refuses(Self.body + String(repeating: "xxxxxxxxx\n", count: 2000), "without an empty line")
  }

  @Test("a table that would fill itself up with cells is refused")
  func wideTable() {
    let header = String(repeating: "|a", count: 1000) + "|\n"
    let rule = String(repeating: "|-", count: 1000) + "|\n"
    refuses(
      Self.body + header + rule + String(repeating: "|b\n", count: 4000), "more than 32 bars")
  }

  @Test(
    "inline marks that open and never close are read in time",
    arguments: ["[", "![", "`", "``a", "*a", "_a ", "**x", "<!--", "<?", "[a](<b", "a_", "~~", "&"])
  func openMarks(mark: String) {
    let line = String(repeating: mark, count: 1000 / mark.utf8.count) + "\n"
    let paragraph = String(repeating: line, count: 15) + "\n"
    let text = Self.body + String(repeating: paragraph, count: 20)
    let time = ContinuousClock().measure { _ = Sample.faults(text) }
    #expect(time < .seconds(60), "\(mark) took \(time)")
  }

  @Test("control characters and other line ends are refused with their place")
  func controls() {
    let places = [
      ("a\u{0}b", "13:2: A control character (U+0000) stands here; remove it."),
      ("é\u{1B}[2J", "13:2: A control character (U+001B) stands here; remove it."),
      ("ab\rcd", "13:3: A control character (U+000D) stands here; remove it."),
      ("ab\u{85}", "13:3: A control character (U+0085) stands here; remove it."),
      ("\u{2028}", "13:1: A control character (U+2028) stands here; remove it."),
      ("a\u{7F}", "13:2: A control character (U+007F) stands here; remove it."),
    ]
    for (text, expected) in places {
      #expect(Sample.faults(Self.body + text + "\n") == ["x.md:" + expected])
    }
    #expect(
      Sample.faults("\u{FEFF}" + Self.body) == [
        "x.md:1:1: The file begins with a byte order mark; save it as UTF-8 without one."
      ])
  }

  @Test(
    "invalid UTF-8 is refused at its first byte",
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    // "é" takes two bytes: the column counts bytes.
    let text = Array((Self.body + "é").utf8) + bytes + [0x0A]
    #expect(
      Sample.faults(text) == ["x.md:13:3: This is not valid UTF-8; save the file as UTF-8."])
  }

  @Test("big front matter and questions are refused before they are parsed")
  func bigYAML() {
    let filler = String(repeating: "# 789\n", count: 3000)
    refuses("---\n" + filler + "---\n\n## H\n", "x.md:1:1: The front matter is longer")
    refuses(
      Self.body + "```question\n" + filler + "```\n", "without an empty line")
    refuses(
      Self.body + "```question\n" + filler.replacing("\n", with: "\n\n") + "```\n",
      "x.md:13:1: The question is longer")
  }
}
