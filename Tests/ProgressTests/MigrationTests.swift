import GRDB
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("A file of an earlier layout")
struct MigrationTests {
  /// What the first layout was, with one answer: written down here because that step never changes.
  private static let first = """
    CREATE TABLE answers (
      id INTEGER PRIMARY KEY,
      item_id NOT NULL CHECK (typeof(item_id) IN ('text', 'blob')),
      topic NOT NULL CHECK (typeof(topic) IN ('text', 'blob')),
      kind TEXT NOT NULL CHECK (kind IN ('lesson', 'exercise', 'prediction')),
      is_correct INTEGER NOT NULL CHECK (is_correct IN (0, 1)),
      given NOT NULL CHECK (typeof(given) IN ('text', 'blob')),
      duration_ms INTEGER NOT NULL
        CHECK (typeof(duration_ms) = 'integer' AND duration_ms >= 0),
      used_hint INTEGER NOT NULL CHECK (used_hint IN (0, 1)),
      answered_at_ms INTEGER NOT NULL CHECK (typeof(answered_at_ms) = 'integer'),
      zone_offset_s INTEGER NOT NULL
        CHECK (typeof(zone_offset_s) = 'integer' AND zone_offset_s BETWEEN -86400 AND 86400)
    );
    CREATE TABLE lessons (
      id INTEGER PRIMARY KEY,
      lesson_id NOT NULL CHECK (typeof(lesson_id) IN ('text', 'blob')),
      finished_at_ms INTEGER NOT NULL CHECK (typeof(finished_at_ms) = 'integer'),
      zone_offset_s INTEGER NOT NULL
        CHECK (typeof(zone_offset_s) = 'integer' AND zone_offset_s BETWEEN -86400 AND 86400)
    );
    INSERT INTO answers VALUES (1, 'question-1', 'tuples', 'exercise', 1, '2', 5, 0, 1000, 3600);
    PRAGMA application_id = \(0x506F_7274);
    PRAGMA user_version = 1;
    """

  /// What the second layout added, with one withdrawal.
  private static let second = """
    CREATE TABLE withdrawals (
      id INTEGER PRIMARY KEY,
      item_id NOT NULL CHECK (typeof(item_id) IN ('text', 'blob')),
      answered_at_ms INTEGER NOT NULL CHECK (typeof(answered_at_ms) = 'integer')
    );
    INSERT INTO withdrawals VALUES (1, 'question-1', 1000);
    PRAGMA user_version = 2;
    """

  @Test("of the second layout keeps its rows, and takes reviews from then on")
  func secondLayout() throws {
    try withTemporaryFolder { folder in
      let queue = try DatabaseQueue(path: folder.file("progress.sqlite"))
      try queue.writeWithoutTransaction { try $0.execute(sql: Self.first + Self.second) }
      try queue.close()
      let store = try ProgressStore.open(folder: folder.path)
      #expect(try store.answers(limit: 10).count == 1)
      #expect(try store.snapshot().all == .init())
      #expect(try store.reviews().isEmpty)
      let review = ReviewRecord(
        cardID: "port:22/tcp:number", grade: .good, durationMilliseconds: 5, reviewedAt: 2000,
        zoneOffset: 3600, rolloverHour: 4)
      let row = try store.record(review)
      #expect(try ProgressStore.open(folder: folder.path).reviews() == [review.review(row: row)])
    }
  }

  @Test("keeps its rows and takes the steps that are missing")
  func firstLayout() throws {
    try withTemporaryFolder { folder in
      let queue = try DatabaseQueue(path: folder.file("progress.sqlite"))
      try queue.writeWithoutTransaction { try $0.execute(sql: Self.first) }
      try queue.close()
      let store = try ProgressStore.open(folder: folder.path)
      let answers = try store.answers(limit: 10)
      #expect(answers.map(\.itemID) == ["question-1"])
      #expect(try store.snapshot().all == .init(correct: 1, total: 1))
      try store.withdraw(WithdrawalRecord(itemID: "question-1", answeredAt: 1000))
      #expect(try store.snapshot().all == .init())
    }
  }
}
