import GRDB
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("The log of reviews")
struct ReviewLogTests {
  private static func record(_ card: String, _ grade: Grade, at: Int64) -> ReviewRecord {
    ReviewRecord(
      cardID: card, grade: grade, durationMilliseconds: 1200, reviewedAt: at, zoneOffset: -3600,
      rolloverHour: 4)
  }

  private static let answer = AnswerRecord(
    itemID: "port:22/tcp:number", topic: "ports", kind: .exercise, isCorrect: true, given: "22",
    durationMilliseconds: 1200, usedHint: false, answeredAt: 5000, zoneOffset: -3600)

  @Test("keeps every column in the order of its rows, with the answer in the same step")
  func rows() throws {
    try withTemporaryFolder { folder in
      let store = try ProgressStore.open(folder: folder.path)
      let first = try store.record(
        Self.record("port:22/tcp:number", .good, at: 5999), with: Self.answer)
      // A clock that was set back does not change the order.
      let second = try store.record(Self.record("a\u{0}b", .again, at: -1))
      #expect(second > first)
      let again = try ProgressStore.open(folder: folder.path)
      #expect(
        try again.reviews() == [
          Review(
            row: first, cardID: "port:22/tcp:number", grade: .good, seconds: 5, zoneOffset: -3600,
            rolloverHour: 4),
          Review(
            row: second, cardID: "a\u{0}b", grade: .again, seconds: -1, zoneOffset: -3600,
            rolloverHour: 4),
        ])
      #expect(try again.snapshot().all == .init(correct: 1, total: 1))
    }
  }

  @Test("leaves out what was taken back, once and only what is there")
  func withdrawal() throws {
    let store = try ProgressStore.inMemory()
    let first = try store.record(Self.record("a", .good, at: 1))
    let second = try store.record(Self.record("b", .good, at: 2))
    try store.withdrawReview(row: first)
    #expect(try store.reviews().map(\.row) == [second])
    #expect(throws: ProgressError.self) { try store.withdrawReview(row: first) }
    #expect(throws: ProgressError.self) { try store.withdrawReview(row: 999) }
    #expect(try store.reviews().map(\.row) == [second])
  }

  @Test("refuses to change, remove or replace a row")
  func appendOnly() throws {
    try withTemporaryFolder { folder in
      let store = try ProgressStore.open(folder: folder.path)
      let row = try store.record(Self.record("a", .good, at: 1))
      let queue = try DatabaseQueue(path: folder.file("progress.sqlite"))
      for statement in [
        "UPDATE reviews SET grade = 4", "DELETE FROM reviews",
        "INSERT OR REPLACE INTO reviews SELECT * FROM reviews WHERE id = \(row)",
        "INSERT INTO reviews VALUES (NULL, 'a', 5, 0, 0, 0, 4)",
        "INSERT INTO reviews VALUES (NULL, 'a', 3, 0, 0, 0, 24)",
      ] {
        #expect(throws: DatabaseError.self, "\(statement)") {
          try queue.write { try $0.execute(sql: statement) }
        }
      }
      #expect(try store.reviews().count == 1)
    }
  }
}
