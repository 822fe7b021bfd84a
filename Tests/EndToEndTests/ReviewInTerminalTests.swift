import Foundation
import Practice
import Progress
import TestSupport
import Testing

@Suite(
  "Reviews in a real terminal", .enabled(if: TmuxSession.isAvailable, "tmux is missing"))
struct ReviewInTerminalTests {
  @Test("A review is kept with its answer, undo takes both back, and Home tells what is due")
  func review() async throws {
    try await TutorInTerminal.run("review --new 1 --count 2") { tutor in
      let terminal = tutor.terminal
      try await terminal.wait(for: "SMTP")
      try await terminal.press("2", "6", "Enter")
      try await terminal.wait(for: "Counts as Again")
      try await tutor.expectKept(reviews: 1, answers: (0, 1))
      try await terminal.press("u")
      try await terminal.wait(until: "the card is asked again") { !$0.contains("Counts as") }
      try await tutor.expectKept(reviews: 0, answers: (0, 0))
      try await terminal.press("2", "5", "Enter")
      try await terminal.wait(for: "Counts as Good. You are asked again in 10 minutes.")
      try await terminal.press("e")
      try await terminal.wait(for: "Counts as Easy")
      try await tutor.expectKept(reviews: 1, answers: (1, 1))
      try await terminal.press("Space")
      try await terminal.wait(for: "1 review: 1 remembered")
      try await terminal.press("Enter")
      try await terminal.wait(for: "nothing due now")
      try await terminal.press("q")
      try await tutor.expectLeft(status: 0)
    }
  }
}

extension TutorInTerminal {
  /// Waits until another program finds so many reviews and answers in the record.
  fileprivate func expectKept(reviews: Int, answers: (correct: Int, total: Int)) async throws {
    let isKept = try await eventually { () async throws -> Bool in
      let store = try ProgressStore.open(folder: data)
      return try store.reviews().count == reviews && store.snapshot().all.total == answers.total
        && store.snapshot().all.correct == answers.correct
    }
    #expect(isKept, "not \(reviews) reviews with \(answers.correct) of \(answers.total) right")
  }
}
