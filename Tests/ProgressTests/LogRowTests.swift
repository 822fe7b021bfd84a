import GRDB
import PortKnowledge
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("Goals, sightings, places in a quiz, and what is taken back")
struct LogRowTests {
  @Test("the latest goal holds, and may say that there is none")
  func goals() throws {
    let store = try ProgressStore.inMemory()
    let goals = [20_600, 20_500, nil].enumerated().map { index, day in
      GoalRecord(readyDay: day, setAt: 10 - Int64(index), zoneOffset: 3600)
    }
    for goal in goals {
      try store.record(goal)
      #expect(try store.goal() == goal)
    }
  }

  @Test("a state is seen first once, whatever its number", arguments: 1...255 as ClosedRange<UInt8>)
  func sightings(number: UInt8) throws {
    let store = try ProgressStore.inMemory()
    let first = SightingRecord(
      state: TCPState(rawValue: number), seenAt: 5, zoneOffset: -86_400)
    var second = first
    second.seenAt = 1
    try store.record(first)
    try store.record(second)
    #expect(try store.sightings() == [first])
  }

  @Test("an answer and its place are kept together or not at all")
  func quizPlace() throws {
    let store = try ProgressStore.inMemory()
    let answer = AnswerRecord.numbered(1)
    var place = QuizPlaceRecord(
      quizStartedAt: 1, position: 11, count: 10, itemID: answer.itemID,
      answeredAt: answer.answeredAt)
    #expect(throws: ProgressError.self) { try store.record(answer, at: place) }
    #expect(try store.answers(limit: 1).isEmpty)
    place.position = 10
    try store.record(answer, at: place)
    #expect(try store.answers(limit: 1) == [answer])
  }

  @Test("a review is taken back by its content, the latest first, and its answer with it")
  func takeBack() throws {
    let store = try ProgressStore.inMemory()
    let review = ReviewRecord(
      cardID: "a\u{0}b", grade: .good, durationMilliseconds: 3, reviewedAt: -7, zoneOffset: 60,
      rolloverHour: 0)
    let answer = AnswerRecord.numbered(1)
    let first = try store.record(review, with: answer)
    _ = try store.record(review)
    try store.takeBack(review)
    #expect(try store.reviews().map(\.row) == [first])
    #expect(try store.snapshot().all.total == 1)
    var other = review
    other.grade = .easy
    #expect(throws: ProgressError.self) { try store.takeBack(other, with: answer) }
    #expect(try store.snapshot().all.total == 1)
    try store.takeBack(review, with: answer)
    #expect(try store.reviews().isEmpty)
    #expect(try store.snapshot().all.total == 0)
    #expect(throws: ProgressError.self) { try store.takeBack(review, with: answer) }
  }

  @Test(
    "no row of any table is changed, removed or replaced",
    arguments: ["goals", "sightings", "quiz_places", "imports"])
  func appendOnly(table: String) throws {
    try withTemporaryFolder { folder in
      let store = try ProgressStore.open(folder: folder.path)
      let queue = try DatabaseQueue(path: store.path)
      try queue.write { database in
        try database.execute(
          sql: """
            INSERT INTO goals VALUES (1, NULL, 0, 0);
            INSERT INTO sightings VALUES (1, 6, 0, 0);
            INSERT INTO quiz_places VALUES (1, 0, 1, 2, 'q', 0);
            INSERT INTO imports VALUES (1, 'answers', 1, 2);
            """)
      }
      for statement in [
        "UPDATE \(table) SET id = 7", "DELETE FROM \(table)",
        "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
      ] {
        #expect(throws: DatabaseError.self, "\(statement)") {
          try queue.write { try $0.execute(sql: statement) }
        }
      }
      for statement in [
        "INSERT INTO goals VALUES (NULL, 'soon', 0, 0)",
        "INSERT INTO sightings VALUES (NULL, 0, 0, 0)",
        "INSERT INTO sightings VALUES (NULL, 256, 0, 0)",
        "INSERT INTO quiz_places VALUES (NULL, 0, 3, 2, 'q', 0)",
        "INSERT INTO imports VALUES (NULL, 'sqlite_schema', 1, 2)",
        "INSERT INTO imports VALUES (NULL, 'answers', 3, 2)",
      ] {
        #expect(throws: DatabaseError.self, "\(statement)") {
          try queue.write { try $0.execute(sql: statement) }
        }
      }
    }
  }
}
