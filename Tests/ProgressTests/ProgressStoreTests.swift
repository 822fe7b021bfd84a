import Foundation
import GRDB
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("The store")
struct ProgressStoreTests {
  @Test("gives back what was recorded, the newest first, and the snapshot of it")
  func roundTrip() throws {
    try withTemporaryFolder { folder in
      let store = try ProgressStore.open(folder: folder.path)
      let answers = (0..<25).map { AnswerRecord.numbered($0, isCorrect: $0 % 4 != 0) }
      let lessons = (0..<4).map {
        LessonRecord(lessonID: "l\($0 % 3)", finishedAt: Int64($0), zoneOffset: -3_600)
      }
      for answer in answers { try store.record(answer) }
      for lesson in lessons { try store.finish(lesson) }

      #expect(try store.answers(limit: 100) == answers.reversed())
      #expect(try store.answers(limit: 3) == answers.suffix(3).reversed())
      #expect(try store.answers(limit: 0).isEmpty)
      #expect(try store.answers(limit: -1).isEmpty)
      let expected = ProgressStatistics.snapshot(answers: answers, lessons: lessons)
      #expect(try store.snapshot() == expected)
      #expect(expected.all == .init(correct: 18, total: 25) && expected.lessonsDone.count == 3)
    }
  }

  @Test("does not count an answer that was withdrawn, and keeps it all the same")
  func withdrawal() throws {
    try withTemporaryFolder { folder in
      let answers = (0..<4).map { AnswerRecord.numbered($0, item: "same", isCorrect: $0 != 2) }
      do {
        let store = try ProgressStore.open(folder: folder.path)
        for answer in answers { try store.record(answer) }
        try store.withdraw(WithdrawalRecord(of: answers[2]))
        try store.withdraw(WithdrawalRecord(of: answers[2]))
      }
      let store = try ProgressStore.open(folder: folder.path)
      #expect(try store.snapshot().all == .init(correct: 3, total: 3))
      #expect(try store.answers(limit: 10).count == 4)
    }
  }

  @Test("works in memory")
  func inMemory() throws {
    let store = try ProgressStore.inMemory()
    try store.record(.numbered(1))
    #expect(try store.answers(limit: 5) == [.numbered(1)])
    #expect(try ProgressStore.inMemory().snapshot() == ProgressSnapshot())
  }

  @Test("takes any text as it is")
  func hostile() throws {
    try withTemporaryFolder { folder in
      let answers = hostileTexts.map { text in
        AnswerRecord(
          itemID: text, topic: text, kind: .lesson, isCorrect: false, given: text,
          durationMilliseconds: 0, usedHint: false, answeredAt: .min, zoneOffset: 0)
      }
      do {
        let store = try ProgressStore.open(folder: folder.path)
        for answer in answers { try store.record(answer) }
        for text in hostileTexts {
          try store.finish(LessonRecord(lessonID: text, finishedAt: .max, zoneOffset: 0))
        }
      }
      let store = try ProgressStore.open(folder: folder.path)
      #expect(try store.answers(limit: 100) == answers.reversed())
      let snapshot = try store.snapshot()
      #expect(snapshot.lessonsDone == Set(hostileTexts))
      #expect(snapshot.recentMistakes == hostileTexts.reversed())
    }
  }

  @Test("has a row on the disk when recording returns, though nothing was closed")
  func survivesKill() throws {
    try withTemporaryFolder { folder in
      let store = try ProgressStore.open(folder: folder.file("live"))
      for number in 0..<20 {
        try store.record(.numbered(number))
        // What a kill at this moment would leave: the files as they are, in another place.
        let copy = folder.file("killed-\(number)")
        try FileManager.default.copyItem(atPath: folder.file("live"), toPath: copy)
        let survivor = try ProgressStore.open(folder: copy)
        #expect(try survivor.answers(limit: 1) == [.numbered(number)])
        #expect(try survivor.snapshot().all.total == number + 1)
      }
    }
  }

  @Test("waits for the disk at each commit")
  func synchronous() throws {
    try withTemporaryFolder { folder in
      let first = try ProgressStore.open(folder: folder.path).synchronous()
      let again = try ProgressStore.open(folder: folder.path).synchronous()
      #expect(first == 2 && again == 2)
    }
  }

  @Test("is opened first by several at once, and loses nobody's rows")
  func severalAtOnce() async throws {
    try await withTemporaryFolder { folder in
      let writers = 6
      let rows = 40
      try await withThrowingTaskGroup { group in
        for writer in 0..<writers {
          group.addTask {
            try await onOwnThread {
              let store = try ProgressStore.open(folder: folder.file("shared"))
              for row in 0..<rows { try store.record(.numbered(writer * rows + row)) }
            }
          }
        }
        try await group.waitForAll()
      }
      let store = try ProgressStore.open(folder: folder.file("shared"))
      let numbers = try store.answers(limit: 1_000).map(\.durationMilliseconds)
      #expect(numbers.sorted() == Array(0..<(writers * rows)))
      for writer in 0..<writers {
        let own = numbers.filter { $0 / rows == writer }
        #expect(own == own.sorted(by: >))
      }
    }
  }

  @Test("may be made by several at once, again and again")
  func madeAtOnce() async throws {
    try await withTemporaryFolder { folder in
      for round in 0..<25 {
        try await withThrowingTaskGroup { group in
          for opener in 0..<6 {
            group.addTask {
              try await onOwnThread {
                let store = try ProgressStore.open(folder: folder.file("round-\(round)"))
                try store.record(.numbered(opener))
              }
            }
          }
          try await group.waitForAll()
        }
        let store = try ProgressStore.open(folder: folder.file("round-\(round)"))
        #expect(try store.snapshot().all.total == 6)
      }
    }
  }

  @Test("makes its folder and files for the user alone")
  func permissions() throws {
    try withTemporaryFolder { folder in
      let store = try ProgressStore.open(folder: folder.file("a/b"))
      try store.record(.numbered(1))
      #expect(try mode(folder.file("a")) == 0o700)
      #expect(try mode(folder.file("a/b")) == 0o700)
      for name in ["progress.sqlite", "progress.sqlite-wal", "progress.sqlite-shm"] {
        #expect(try mode(folder.file("a/b/" + name)) == 0o600, "\(name)")
      }
      #expect(store.path == folder.file("a/b/progress.sqlite"))
    }
  }

  @Test("leaves the permissions of a folder that exists")
  func existingPermissions() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder.file("open"), withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o755])
      _ = try ProgressStore.open(folder: folder.file("open"))
      #expect(try mode(folder.file("open")) == 0o755)
    }
  }

  @Test(
    "refuses rows that cannot be",
    arguments: [
      { $0.durationMilliseconds = -1 }, { $0.zoneOffset = 86_401 }, { $0.zoneOffset = -86_401 },
    ] as [@Sendable (inout AnswerRecord) -> Void])
  func impossible(change: @Sendable (inout AnswerRecord) -> Void) throws {
    let store = try ProgressStore.inMemory()
    var answer = AnswerRecord.numbered(1)
    change(&answer)
    let error = #expect(throws: ProgressError.self) { try store.record(answer) }
    guard case .refused = error?.reason else {
      Issue.record("the reason is \(String(describing: error))")
      return
    }
    #expect(try store.snapshot() == ProgressSnapshot())
  }

  @Test(
    "never changes, removes or replaces a row",
    arguments: [
      "UPDATE answers SET is_correct = 1", "DELETE FROM answers",
      "INSERT OR REPLACE INTO answers SELECT * FROM answers",
      "UPDATE lessons SET lesson_id = 'x'", "DELETE FROM lessons",
      "INSERT OR REPLACE INTO lessons SELECT * FROM lessons",
    ])
  func appendOnly(statement: String) throws {
    try withTemporaryFolder { folder in
      let store = try ProgressStore.open(folder: folder.path)
      try store.record(.numbered(1, isCorrect: false))
      try store.finish(LessonRecord(lessonID: "l", finishedAt: 1, zoneOffset: 0))
      let before = try store.snapshot()
      let other = try DatabaseQueue(path: store.path)
      #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: statement) } }
      #expect(try store.snapshot() == before)
    }
  }

  private func mode(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }
}
