import Foundation
import GRDB
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("A record of a newer layout")
struct NewerLayoutTests {
  @Test("can be read, takes nothing, and stays as it is byte for byte")
  func readable() throws {
    try withTemporaryFolder { folder in
      try newer(in: folder, "SELECT 1")
      let before = try files(in: folder)
      let store = try ProgressStore.open(folder: folder.path)
      let reason = ProgressError(
        path: folder.file("progress.sqlite"),
        reason: .newer(layout: 99, known: ProgressSchema.layout))
      #expect(store.opening == .readOnly(reason))
      #expect(reason.description.contains("newer Portside (layout 99"))
      #expect(try store.answers(limit: 5) == [.numbered(1)])
      #expect(try store.reviews().map(\.cardID) == ["a"])
      // What is done from now on counts until the program ends.
      try store.record(.numbered(2))
      #expect(try store.answers(limit: 5) == [.numbered(2), .numbered(1)])
      #expect(try files(in: folder) == before)
      #expect(try ProgressStore.open(folder: folder.path).answers(limit: 5) == [.numbered(1)])
    }
  }

  @Test("gives what is still there where a table has gone or changed")
  func changed() throws {
    try withTemporaryFolder { folder in
      try newer(
        in: folder,
        "DROP TABLE answers; ALTER TABLE lessons RENAME COLUMN lesson_id TO unit; "
          + "ALTER TABLE reviews ADD COLUMN mood")
      let store = try ProgressStore.open(folder: folder.path)
      #expect(try store.reviews().map(\.cardID) == ["a"])
      // The review is a day of study, four hours before which the day began.
      #expect(
        try store.snapshot() == ProgressSnapshot(days: [.init(number: -1, tally: .init())]))
    }
  }

  /// A file as a later program could have left it.
  private func newer(in folder: TemporaryFolder, _ change: String) throws {
    do {
      let store = try ProgressStore.open(folder: folder.path)
      try store.record(.numbered(1))
      try store.finish(LessonRecord(lessonID: "l", finishedAt: 0, zoneOffset: 0))
      _ = try store.record(
        ReviewRecord(
          cardID: "a", grade: .good, durationMilliseconds: 1, reviewedAt: 0, zoneOffset: 0,
          rolloverHour: 4))
    }
    let queue = try DatabaseQueue(path: folder.file("progress.sqlite"))
    try queue.writeWithoutTransaction {
      try $0.execute(sql: change + "; PRAGMA user_version = 99")
    }
    try queue.close()
  }

  /// The bytes of the database, and of the log beside it where that has any.
  private func files(in folder: TemporaryFolder) throws -> [Data] {
    ["progress.sqlite", "progress.sqlite-wal"].compactMap {
      try? Data(contentsOf: URL(fileURLWithPath: folder.file($0)))
    }.filter { !$0.isEmpty }
  }
}
