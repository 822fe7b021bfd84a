import Demos
import Foundation
import PortKnowledge
import TestSupport
import Testing

@Suite(
  "Every demo in a real terminal", .enabled(if: TmuxSession.isAvailable, "tmux is missing"))
struct DemoInTerminalTests {
  private static let names = DemoCatalog.all.map(\.id)
  /// How many terminals are open at once: more would only wait for each other.
  private static let atOnce = 4
  /// More keys than any demo needs: two a step, and some that came while it worked.
  private static let mostKeys = 60

  /// Goes through a demo with the Space bar and says how it ended; nil where all was well.
  private func walk(_ name: String, _ line: String) async throws -> String? {
    let count = try #require(DemoCatalog.demo(named: name)?.summary.stepCount)
    return try await TmuxSession.run(line) { terminal in
      var screen = ""
      for _ in 0..<Self.mostKeys {
        screen = try await terminal.wait(until: "\(name) waits for a key") {
          $0.contains("Space next") || $0.contains("Space just look") || $0.contains("Enter done")
        }
        if screen.contains("Enter done") { break }
        try await terminal.press("Space")
        let before = screen
        try await terminal.wait(until: "\(name) goes on") { $0 != before }
      }
      let isWhole = screen.contains("step \(count) of \(count)")
      guard isWhole, !screen.contains("✗"), !screen.contains("recorded") else { return screen }
      try await terminal.press("Enter")
      try await terminal.wait(for: "Continue")
      try await terminal.press("q")
      let last = try await terminal.wait(for: "[exit ")
      return last.contains("[exit 0]") ? nil : last
    }
  }

  /// Walks through every demo, a few terminals at a time.
  private func walkAll(_ line: @escaping @Sendable (String) -> String) async throws {
    let failures = try await withThrowingTaskGroup(of: String?.self) { group in
      var waiting = Self.names[...]
      var failures: [String] = []
      func startNext() {
        guard let name = waiting.popFirst() else { return }
        group.addTask { try await walk(name, line(name)).map { "\(name):\n\($0)" } }
      }
      for _ in 0..<Self.atOnce { startNext() }
      while let result = try await group.next() {
        if let result { failures.append(result) }
        startNext()
      }
      return failures
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  @Test("comes to its end for whoever runs these tests")
  func asIs() async throws {
    try await withTemporaryFolder { folder in
      let program = try ProgramUnderTest.path
      let lessons = TutorInTerminal.lessons
      try await walkAll { name in
        """
        "\(program)" demo \(name) --data "\(folder.file(name))" --lessons "\(lessons)"; \
        echo "[exit $?]"
        """
      }
    }
  }

  @Test(
    "comes to its end for an ordinary user",
    .enabled(if: OrdinaryUser.isAvailable, "only root can become another user"))
  func asOrdinaryUser() async throws {
    try await OrdinaryUser.run { user in
      let words = user.words.joined(separator: " ")
      try await walkAll { name in
        """
        HOME="\(user.home)" XDG_STATE_HOME="\(user.home)/state" \(words) "\(user.program)" \
        demo \(name) --data "\(user.home)/\(name)" --lessons "\(user.lessons)"; echo "[exit $?]"
        """
      }
    }
  }
}
