import Foundation
import TestSupport
import Testing

@Suite("A lesson that is edited while it is open", .enabled(if: TmuxSession.isAvailable))
struct LessonWatchTests {
  private static func lesson(_ text: String) -> String {
    """
    ---
    id: mine
    number: 1
    title: Mine
    question: Does it change?
    minutes: 5
    interview: It does.
    summary: [One line]
    sources: [RFC 9293]
    ---

    ## The heading

    \(text)

    """
  }

  @Test("shows the new text, then what is wrong with it, then the text once it is mended")
  func edit() async throws {
    try await withTemporaryFolder { folder in
      try folder.write(Self.lesson("The first text."), to: "01-mine.md")
      try await TutorInTerminal.run(
        "learn 1 --watch --lessons '\(folder.path)'", environment: [:]
      ) { tutor in
        let terminal = tutor.terminal
        try await terminal.wait(for: "The first text.")
        try folder.write(Self.lesson("The second text."), to: "01-mine.md")
        try await terminal.wait(for: "The second text.")
        try folder.write(Self.lesson("Raw <b>marks</b>."), to: "01-mine.md")
        try await terminal.wait(for: "01-mine.md:14:5: Raw HTML is not shown")
        #expect(try await terminal.screen().contains("The second text."))
        // As most editors write: another file that takes the name.
        try folder.write(Self.lesson("The third text."), to: "01-mine.md~")
        try FileManager.default.removeItem(atPath: folder.file("01-mine.md"))
        try FileManager.default.moveItem(
          atPath: folder.file("01-mine.md~"), toPath: folder.file("01-mine.md"))
        try await terminal.wait(for: "The third text.")
        #expect(try await !terminal.screen().contains("Raw HTML"))
        try await terminal.press("C-c")
        try await tutor.expectLeft(status: 0)
      }
    }
  }
}
