import Foundation
import Practice
import Progress
import TestSupport
import Testing

@Suite("A quiz in a real terminal", .enabled(if: TmuxSession.isAvailable, "tmux is missing"))
struct QuizInTerminalTests {
  @Test("The clock ticks by itself, and an answer is kept as soon as it is given")
  func quiz() async throws {
    let command = "quiz deck-mail --count 2 --minutes 10 --seed 7"
    try await TutorInTerminal.run(command) { tutor in
      let terminal = tutor.terminal
      try await terminal.wait(for: "1 of 2 · 9:")
      try await terminal.press("1")
      try await terminal.wait(for: "2 of 2 · 9:")
      let isKept = try await eventually { () async throws -> Bool in
        try ProgressStore.open(folder: tutor.data).snapshot().all.total == 1
      }
      #expect(isKept)
      try await terminal.press("Escape")
      try await terminal.wait(for: "Leave this quiz?")
      try await terminal.press("r")
      try await terminal.wait(for: "1 not reached")
      try await terminal.press("q")
      try await terminal.press("q")
      try await tutor.expectLeft(status: 0)
    }
  }
}
