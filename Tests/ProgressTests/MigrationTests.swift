import Foundation
import GRDB
import PortKnowledge
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("A file of an earlier layout")
struct MigrationTests {
  @Test(
    "keeps every row, takes the steps that are missing, and every kind of row from then on",
    arguments: 1...3)
  func keeps(layout: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder.file("progress.sqlite")
      try EarlierLayout.write(layout, to: path)
      do {
        let store = try ProgressStore.open(folder: folder.path)
        #expect(try store.answers(limit: 10).map(\.itemID) == ["question-1"])
        let snapshot = try store.snapshot()
        #expect(snapshot.lessonsDone == ["five-tuple"])
        #expect(snapshot.all == (layout == 1 ? .init(correct: 1, total: 1) : .init()))
        #expect(
          try store.reviews().map(\.cardID) == (layout == 3 ? ["port:22/tcp:number"] : []))
        #expect(try store.goal() == nil)
        try Self.addEverything(to: store)
      }
      let again = try ProgressStore.open(folder: folder.path)
      #expect(try again.goal() == Self.goal)
      #expect(try again.sightings() == [Self.sighting])
      #expect(try again.answers(limit: 10).count == 2)
      #expect(try again.reviews().count == (layout == 3 ? 2 : 1))
      #expect(try again.snapshot().lessonsDone == ["five-tuple", "handshake"])
      let rows = try DatabaseQueue(path: path).read { database in
        try Int.fetchOne(database, sql: "SELECT count(*) FROM quiz_places")
      }
      #expect(rows == 1)
    }
  }

  @Test("is kept as it was beside the new one, and never overwritten", arguments: 1...3)
  func backup(layout: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder.file("progress.sqlite")
      let backup = folder.file("progress-before-layout-4.sqlite")
      try EarlierLayout.write(layout, to: path)
      do {
        let store = try ProgressStore.open(folder: folder.path)
        #expect(store.opening == .upgraded(backup: backup))
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
      let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
      let kept = try DatabaseQueue(path: backup).read { database in
        try [
          "PRAGMA user_version", "SELECT item_id FROM answers", "PRAGMA integrity_check",
        ].map { try String.fetchOne(database, sql: $0) }
      }
      #expect(kept == ["\(layout)", "question-1", "ok"])
      // The learner puts an old file back: the first backup stays.
      try FileManager.default.removeItem(atPath: path)
      try EarlierLayout.write(1, to: path)
      _ = try ProgressStore.open(folder: folder.path)
      #expect(try Data(contentsOf: URL(fileURLWithPath: backup)) == bytes)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!names.contains { $0.contains("draft") }, "\(names)")
    }
  }

  @Test("needs no backup where there is nothing to lose")
  func noBackup() throws {
    try withTemporaryFolder { folder in
      let store = try ProgressStore.open(folder: folder.path)
      #expect(store.opening == .ordinary)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!names.contains { $0.contains("before") }, "\(names)")
    }
  }

  private static let goal = GoalRecord(readyDay: 20_600, setAt: 4000, zoneOffset: 0)
  private static let sighting = SightingRecord(state: .timeWait, seenAt: 4000, zoneOffset: 0)

  private static func addEverything(to store: ProgressStore) throws {
    let answer = AnswerRecord.numbered(1)
    try store.record(
      answer,
      at: QuizPlaceRecord(
        quizStartedAt: 0, position: 1, count: 10, itemID: answer.itemID,
        answeredAt: answer.answeredAt))
    try store.finish(LessonRecord(lessonID: "handshake", finishedAt: 4000, zoneOffset: 0))
    _ = try store.record(
      ReviewRecord(
        cardID: "port:25/tcp:number", grade: .good, durationMilliseconds: 5, reviewedAt: 4000,
        zoneOffset: 3600, rolloverHour: 4))
    try store.record(goal)
    try store.record(sighting)
  }
}

extension EarlierLayout {
  /// Makes a file of a layout, as the program of that time would have left it.
  static func write(_ layout: Int, to path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: statements(of: layout)) }
    try queue.close()
  }
}
