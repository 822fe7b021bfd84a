import Foundation
import TestSupport
import Testing

@Suite("The tutor in a real terminal", .enabled(if: TmuxSession.isAvailable, "tmux is missing"))
struct ScreenTests {
  @Test("It starts on the home screen and q leaves the terminal as it was")
  func startAndQuit() async throws {
    try await TutorInTerminal.run { tutor in
      try await tutor.terminal.wait(for: "Continue")
      try await tutor.terminal.press("q")
      try await tutor.expectLeft(status: 0)
    }
  }

  @Test("The README shows the home screen as the program draws it")
  func readme() async throws {
    let repository = URL(fileURLWithPath: TutorInTerminal.lessons).deletingLastPathComponent()
    let readme = try String(
      contentsOf: repository.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(readme.components(separatedBy: "<!-- screen:home -->\n```text\n").last)
    let shown = try #require(block.components(separatedBy: "\n```\n").first)
    try await TutorInTerminal.run { tutor in
      try await tutor.terminal.wait(until: "the screen is the README's") { screen in
        screen.split(separator: "\n") == shown.split(separator: "\n")
      }
    }
  }

  @Test("A right and a wrong answer in a lesson are explained and kept")
  func lesson() async throws {
    try await TutorInTerminal.run("learn 5") { tutor in
      let terminal = tutor.terminal
      try await terminal.wait(for: "Many conversations, one port")
      try await terminal.press("Space", "Space")
      try await terminal.wait(for: "In which field do these two differ?")
      try await terminal.press("1")
      try await terminal.wait(for: "✗ Not 1.")
      try await terminal.press("Space")
      try await terminal.wait(for: "One difference is enough")
      try await terminal.press("Right")
      try await terminal.wait(for: "Which packets belong to another conversation")
      try await terminal.press("2", "3", "4", "Enter")
      try await terminal.wait(for: "✓ Right.")
      try await terminal.press("C-c")
      try await tutor.expectLeft(status: 0)
      #expect(try await tutor.answers() == (1, 2))
    }
  }

  @Test("The demo runs to its end: a prediction, seven rows, and the field that differs")
  func demo() async throws {
    try await TutorInTerminal.run("demo tabs") { tutor in
      let terminal = tutor.terminal
      try await terminal.wait(for: "step 1 of")
      var sawMark = false
      for _ in 0..<60 {
        let screen = try await terminal.wait(until: "the demo waits for a key") {
          $0.contains("Space next") || $0.contains("Space just look") || $0.contains("Enter done")
        }
        sawMark = sawMark || screen.contains("▲ only this") || screen.contains("differs ▲")
        if screen.contains("Enter done") { break }
        try await terminal.press(screen.contains("just look") ? "2" : "Space")
        try await terminal.wait(until: "the screen changes") { $0 != screen }
      }
      #expect(sawMark)
      try await terminal.wait(for: "Enter done")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Continue")
      try await terminal.press("q")
      try await tutor.expectLeft(status: 0)
      #expect(try await tutor.answers().total >= 1)
    }
  }

  @Test("A lesson with faults is left out, and the home screen says so")
  func faultyLesson() async throws {
    try await withTemporaryFolder { folder in
      let lessons = folder.file("Lessons")
      try FileManager.default.copyItem(atPath: TutorInTerminal.lessons, toPath: lessons)
      try Data("no front matter".utf8).write(to: URL(fileURLWithPath: lessons + "/02-broken.md"))
      try await TutorInTerminal.run("--lessons \(lessons)") { tutor in
        try await tutor.terminal.wait(for: "One file has faults and cannot be read")
        try await tutor.terminal.press("q")
        try await tutor.expectLeft(status: 0)
      }
    }
  }

  @Test("Through a window that is too small, nothing typed is lost")
  func resize() async throws {
    try await TutorInTerminal.run("--screen ports") { tutor in
      let terminal = tutor.terminal
      try await terminal.wait(for: "Find ▸")
      try await terminal.type("https")
      try await terminal.wait(for: "443/tcp+udp")
      try await terminal.resize(columns: 40, rows: 10)
      try await terminal.wait(for: "Portside needs 60 × 17")
      try await terminal.resize(columns: 100, rows: 30)
      let screen = try await terminal.wait(for: "443/tcp+udp")
      #expect(screen.contains("Find ▸ https"))
      try await terminal.press("C-c")
      try await tutor.expectLeft(status: 0)
    }
  }

  @Test("Ctrl-Z gives the terminal back and fg comes back to the same screen")
  func suspend() async throws {
    let program = try ProgramUnderTest.path
    let environment = ["PORTSIDE_LESSONS": TutorInTerminal.lessons, "PS1": "ready> "]
    try await TmuxSession.run("exec sh", environment: environment) { terminal in
      try await terminal.wait(for: "ready>")
      try await terminal.type("'\(program)' --screen lessons\n")
      try await terminal.wait(for: "The 5-tuple")
      try await terminal.press("C-z")
      try await terminal.wait(for: "Stopped")
      try await terminal.type(
        "tmux display -p 'alt=#{alternate_on} mouse=#{mouse_any_flag}'; stty -a\n")
      let stopped = try await terminal.wait(for: "-echoprt")
      #expect(stopped.contains("alt=0 mouse=0"), "\(stopped)")
      #expect(stopped.contains(" icanon"), "\(stopped)")
      try await terminal.type("fg\n")
      try await terminal.wait(until: "the lessons are back") {
        $0.contains("Portside › Lessons") && !$0.contains("Stopped")
      }
      try await terminal.press("C-c")
      try await terminal.wait(until: "the shell is back") {
        $0.contains("ready>") && !$0.contains("Portside › Lessons")
      }
    }
  }
}
