import Foundation
import Practice
import Testing

@testable import portside

@Suite("The report of progress")
struct ProgressReportTests {
  private let snapshot = ProgressSnapshot(
    lessonsDone: ["02-b", "01-a"], all: .init(correct: 3, total: 4),
    topics: ["tuples": .init(correct: 1, total: 2), "own-topic": .init(correct: 2, total: 2)],
    days: [.init(number: 8, tally: .init()), .init(number: 9, tally: .init())],
    recentMistakes: ["tuples:1:2"])

  @Test("is set in columns")
  func lines() {
    #expect(
      ProgressReport(snapshot, today: 10).lines == [
        "Lessons     2 done",
        "Answers     3 of 4 right (75 %)",
        "Days        2 of study, 2 in a row",
        "To repeat   1 question whose latest answer was wrong",
      ])
  }

  @Test("is short when nothing was done")
  func nothing() {
    #expect(
      ProgressReport(ProgressSnapshot(), today: 10).lines == [
        "Lessons   none done yet", "Answers   no answers yet",
      ])
  }

  @Test("is JSON in ASCII that holds every number")
  func json() throws {
    let text = try CommandOutput.json(ProgressReport(snapshot, today: 10))
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["lessonsDone"] as? [String] == ["01-a", "02-b"])
    #expect(object?["daysInARow"] as? Int == 2)
    let topics = object?["topics"] as? [String: [String: Int]]
    #expect(topics?["own-topic"] == ["correct": 2, "total": 2, "percentage": 100])
  }

  @Test("keeps every character through the escapes")
  func escapes() throws {
    let words = ["\u{7F}\u{9B}31m", "\u{202E}", "é", "👩‍👧", "\"\\\n\u{0}"]
    let text = try CommandOutput.json(words)
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    let back = try JSONDecoder().decode([String].self, from: Data(text.utf8))
    #expect(back == words)
  }
}
