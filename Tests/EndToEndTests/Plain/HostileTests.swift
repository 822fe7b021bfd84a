import Foundation
import TestSupport
import Testing

/// What is said is checked by `PlainProgram.run`; here the program is given reasons to say it raw.
@Suite("Hostile bytes never reach the output raw")
struct HostileTests {
  /// Clears the screen, sets the title, turns text round, hides it, rings, goes back and deletes.
  private static let bytes =
    "x\u{1B}[2J\u{1B}]0;t\u{7}\u{9B}31m\u{202E}\u{2066}\u{200B}\u{8}\r\u{7F}y"

  /// Whether a text shows the bytes: as pictures and code points, or as JSON's escapes.
  private static func shows(_ text: String) -> Bool {
    text.contains("x␛[2J␛]0;t␇\\u{9B}31m\\u{202E}") || text.contains("x\\u001b[2J\\u001b]0;t")
  }

  @Test(
    "in an argument",
    arguments: [
      ["ports", "X"], ["ports", "--json", "X"], ["ports", "443X"], ["ports", "-X"],
      ["ports", "--X"], ["learn", "X", "--plain"], ["learn", "--X"],
      ["learn", "1", "--plain", "--lessons", "X"], ["practice", "X"], ["practice", "--level", "X"],
      ["practice", "--seed", "X"], ["practice", "--count", "X"], ["practice", "--X"],
      ["demo", "X"], ["demo", "X", "--json"], ["demo", "tabs", "X"], ["progress", "X"],
      ["lessons", "X"], ["lessons", "check", "X"], ["lessons", "check", "--json", "X"],
      ["lessons", "list", "--lessons", "X"], ["X"], ["--X"], ["help", "X"],
    ])
  func arguments(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let words = arguments.map { $0.replacing("X", with: Self.bytes) }
      let outcome = try await PlainProgram(in: folder).run(words)
      if arguments != ["help", "X"] {
        #expect(outcome.status != 0)
        #expect(Self.shows(outcome.output + outcome.errors), "\(outcome)")
      }
    }
  }

  @Test(
    "in the name of a folder where nothing can be kept",
    arguments: [["learn", "5", "--plain"], ["practice", "--count", "1"], ["demo", "tabs"]])
  func folderName(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let file = try folder.write("", to: "file")
      let outcome = try await PlainProgram(data: file + "/" + Self.bytes).run(arguments)
      #expect(outcome.status == 0 && outcome.errorLines.count == 1)
      #expect(Self.shows(outcome.errors), "\(outcome.errors)")
    }
  }

  @Test(
    "in what is typed",
    arguments: [
      ["learn", "1", "--plain"], ["practice", "--count", "3", "--seed", "1"], ["demo", "tabs"],
    ])
  func typed(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await PlainProgram(in: folder).run(
        arguments, input: Self.bytes + "\n" + Self.bytes + "\n")
      #expect(outcome.status == 0)
      #expect(Self.shows(outcome.output), "\(outcome.output)")
    }
  }

  @Test("in a lesson's file, as they are: a fault that names the place")
  func rawInLesson() async throws {
    try await withTemporaryFolder { folder in
      try folder.write(Self.lesson(text: Self.bytes, title: "T"), to: "lessons/07-a.md")
      try folder.write("no front matter", to: "lessons/08-\(Self.bytes).md")
      let program = PlainProgram(in: folder, lessons: folder.file("lessons"))
      let check = try await program.run(["lessons", "check"])
      #expect(check.status == 2 && check.output.contains("07-a.md:"), "\(check)")
      #expect(Self.shows(check.output), "the second file's name\n\(check.output)")
      #expect(try await program.run(["lessons", "check", "--json"]).status == 2)
      #expect(try await program.run(["learn", "7", "--plain"]).status == 64)
      #expect(try await program.run(["lessons"]).status == 0)
    }
  }

  @Test("in a lesson's text, written with the escapes of YAML and Markdown")
  func escapedInLesson() async throws {
    let yaml = #"x\e[2J\e]0;t\a\u009b31m\u202e y"#
    let markdown = "x&#27;[2J&#27;]0;t&#7;&#x9B;31m&#x202E; y"
    try await withTemporaryFolder { folder in
      try folder.write(Self.lesson(text: markdown, title: yaml), to: "lessons/07-a.md")
      let program = PlainProgram(in: folder, lessons: folder.file("lessons"))
      for arguments in [["lessons"], ["lessons", "list", "--json"], ["learn", "--plain"]] {
        let outcome = try await program.run(arguments)
        #expect(outcome.status == 0 && Self.shows(outcome.output), "\(outcome)")
      }
      #expect(try await program.run(["lessons", "check"]).status == 0)
      let outcome = try await program.run(["learn", "sample", "--plain"], input: "2\n")
      #expect(outcome.status == 0 && outcome.output.contains("Lesson 7 is done"), "\(outcome)")
      // The title, the question, the heading, the text, and all of the lesson's own question.
      let shown = outcome.output.components(separatedBy: "x␛[2J␛]0;t␇\\u{9B}31m\\u{202E} y")
      #expect(shown.count > 10, "\(outcome.output)")
    }
  }

  /// A lesson with a text in its body, and a title and options in quoted YAML.
  private static func lesson(text: String, title: String) -> String {
    """
    ---
    id: sample
    number: 7
    title: "\(title)"
    question: "\(title)?"
    minutes: 5
    interview: "\(title)"
    summary: ["\(title)"]
    sources: ["\(title)"]
    ---

    ## One \(text)

    Text \(text) and `code \(text)`.

    ```question
    id: q1
    topic: tuples
    kind: one
    ask: "\(title)"
    options:
      - text: "\(title) A"
        right: true
        why: "\(title)"
      - text: "\(title) B"
        why: "\(title)"
    explain: "\(title)"
    ```

    """
  }
}
