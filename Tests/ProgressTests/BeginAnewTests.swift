import Foundation
import GRDB
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("Beginning anew")
struct BeginAnewTests {
  @Test("empties the record for every tutor, and keeps all of it in another file")
  func beginAnew() throws {
    try withTemporaryFolder { folder in
      var history = LogHistory(seed: 11)
      let store = try ProgressStore.open(folder: folder.path)
      try history.live([store], steps: 60)
      let entries = try store.entries()
      let other = try ProgressStore.open(folder: folder.path)
      let backup = try store.beginAnew()
      #expect(backup.hasPrefix(folder.file("progress-before-reset-2")))
      #expect(try store.entries().isEmpty && other.entries().isEmpty)
      #expect(try store.counts().description == "nothing")
      try other.record(.numbered(1))
      #expect(try store.answers(limit: 2) == [.numbered(1)])
      // What went can be put back.
      _ = try folder.subfolder("old")
      try FileManager.default.copyItem(
        atPath: backup, toPath: folder.file("old/progress.sqlite"))
      #expect(try ProgressStore.open(folder: folder.file("old")).entries() == entries)
      #expect(try store.beginAnew() != backup)
      #expect(throws: DatabaseError.self, "the guards are there again") {
        try DatabaseQueue(path: store.path).write {
          try $0.execute(sql: "INSERT INTO goals VALUES (1, 1, 1, 1); DELETE FROM goals")
        }
      }
    }
  }

  @Test("does nothing where there is no record")
  func nothing() throws {
    try withTemporaryFolder { folder in
      let stores = [
        try ProgressStore.openIfPresent(folder: folder.file("none")),
        try ProgressStore.openIfPresent(folder: folder.path),
      ]
      #expect(stores.allSatisfy { $0 == nil })
    }
  }

  @Test(
    "counts in words",
    arguments: [
      ((0, 0, 0), "nothing"), ((1, 0, 0), "1 answer"), ((2, 1, 0), "2 answers and 1 review"),
      ((412, 180, 7), "412 answers, 180 reviews and 7 lessons"),
    ])
  func words(numbers: (Int, Int, Int), expected: String) {
    var counts = ProgressCounts()
    (counts.answers, counts.reviews, counts.lessons) = numbers
    #expect(counts.description == expected)
  }
}
