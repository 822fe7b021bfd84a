import Foundation
import GRDB
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("A damaged record")
struct DamagedFileTests {
  @Test("that never was a database is set aside, and a new one begins")
  func noDatabase() throws {
    try withTemporaryFolder { folder in
      let text = String(repeating: "This is a diary.\n", count: 200)
      try folder.write(text, to: "progress.sqlite")
      let store = try ProgressStore.open(folder: folder.path)
      let aside = try #require(damagedFile(of: store))
      #expect(store.opening == .rescued(ProgressCounts(), damagedFile: aside))
      #expect(aside.hasPrefix(folder.file("progress.sqlite.damaged-2")))
      #expect(try String(contentsOfFile: aside, encoding: .utf8) == text)
      try store.record(.numbered(1))
      let again = try ProgressStore.open(folder: folder.path)
      #expect(again.opening == .ordinary)
      #expect(try again.answers(limit: 5) == [.numbered(1)])
    }
  }

  @Test("gives its readable rows to a new one, from both sides of what cannot be read")
  func bothSides() throws {
    try withTemporaryFolder { folder in
      let bytes = try wholeFile(in: folder)
      // One page in the middle is gone; the pages of this table fill most of the file.
      var spoiled = bytes
      let start = bytes.count / 4 / 4096 * 3 * 4096
      spoiled.replaceSubrange(start..<(start + 4096), with: Data(repeating: 0xA5, count: 4096))
      try folder.write(spoiled, to: "data/progress.sqlite")
      let opened = try ProgressStore.open(folder: folder.file("data"))
      // Nothing at the start told of the damage.
      #expect(opened.opening == .ordinary)
      let error = #expect(throws: ProgressError.self) { try opened.entries() }
      #expect(error?.reason == .damaged)
      let store = try opened.reopened()
      let aside = try #require(damagedFile(of: store))
      #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == spoiled)
      let answers = try store.answers(limit: 2000)
      #expect(answers.count > 800 && answers.count < 1000, "\(answers.count)")
      #expect(answers.first == .numbered(999), "\(answers.map(\.durationMilliseconds))")
      #expect(answers.last == .numbered(0), "\(answers.map(\.durationMilliseconds))")
      #expect(try store.snapshot().lessonsDone.count == 30)
      #expect(try store.reviews().count == 19)
      #expect(try store.counts().reviews == 20, "what was taken back is still known")
    }
  }

  @Test("with one row whose number was raised gives away every other row")
  func raisedNumber() throws {
    try withTemporaryFolder { folder in
      var bytes = try wholeFile(in: folder)
      // Row 413 holds the answer with this item; its number stands before it in two bytes of seven
      // bits each, 0x83 0x1D.
      let text = try #require(bytes.firstRange(of: Data("question-412".utf8)))
      let number = try #require(
        bytes.range(of: Data([0x83, 0x1D]), options: .backwards, in: 0..<text.lowerBound))
      #expect(text.lowerBound - number.lowerBound < 20)
      bytes[number.lowerBound] = 0xFF
      try folder.write(bytes, to: "data/progress.sqlite")
      let store = try ProgressStore.open(folder: folder.file("data")).reopened()
      _ = try #require(damagedFile(of: store))
      let answers = try store.answers(limit: 2000)
      #expect(answers.count == 999)
      #expect(answers == (0..<1000).reversed().filter { $0 != 412 }.map { .numbered($0) })
    }
  }

  @Test("with imports that overlap is readable afterwards")
  func overlappingImports() throws {
    try withTemporaryFolder { folder in
      try folder.write(wholeFile(in: folder), to: "data/progress.sqlite")
      let queue = try DatabaseQueue(path: folder.file("data/progress.sqlite"))
      try queue.write {
        try $0.execute(
          sql: "INSERT INTO imports (of_table, first_row, last_row) VALUES ('answers', 9, 20)")
      }
      try queue.close()
      let opened = try ProgressStore.open(folder: folder.file("data"))
      let error = #expect(throws: ProgressError.self) { try opened.entries() }
      #expect(error?.reason == .damaged)
      let store = try opened.reopened()
      _ = try #require(damagedFile(of: store))
      #expect(try store.answers(limit: 2000).count == 1000)
      #expect(try ProgressStore.open(folder: folder.file("data")).opening == .ordinary)
    }
  }

  /// Every fault is planted in a copy; whatever it is, the tutor goes on, and the damaged file stays.
  @Test("never stops the tutor, and is never changed, whatever bytes are damaged")
  func anyDamage() throws {
    try withTemporaryFolder { folder in
      let bytes = try wholeFile(in: folder)
      var rescued = 0
      let sweep = ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] == "1"
      for seed in 0..<(sweep ? 500 : 60) as Range<UInt64> {
        var damage = Damage(seed: seed)
        let spoiled = damage.spoiled(bytes)
        try folder.write(spoiled, to: "\(seed)/progress.sqlite")
        let store: ProgressStore
        do {
          store = try used(folder.file("\(seed)"))
        } catch let error as ProgressError {
          // The mark that makes a file ours is gone, so it may be another program's.
          #expect(error.reason == .foreign, "seed \(seed)")
          continue
        }
        if case .readOnly = store.opening { continue }
        let latest = AnswerRecord.numbered(5000)
        try store.record(latest)
        if let aside = damagedFile(of: store) {
          rescued += 1
          let kept = try Data(contentsOf: URL(fileURLWithPath: aside))
          #expect(kept == spoiled, "seed \(seed)")
        }
        let again = try ProgressStore.open(folder: folder.file("\(seed)"))
        // Damage can make another answer look later.
        #expect(try again.answers(limit: .max).contains(latest), "seed \(seed)")
        try FileManager.default.removeItem(atPath: folder.file("\(seed)"))
      }
      #expect(rescued > 20, "hardly any damage was seen, so this test tests nothing")
    }
  }

  @Test("with a log beside it is noticed at the start, and the log is set aside with it")
  func log() throws {
    try withTemporaryFolder { folder in
      try folder.write(wholeFile(in: folder), to: "live/progress.sqlite")
      let store = try ProgressStore.open(folder: folder.file("live"))
      for number in 2000..<2010 { try store.record(.numbered(number)) }
      // What a kill leaves, with some pages spoiled.
      try FileManager.default.copyItem(
        atPath: folder.file("live"), toPath: folder.file("killed"))
      let path = folder.file("killed/progress.sqlite")
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let middle = bytes.count / 4 / 4096 * 3 * 4096
      bytes.replaceSubrange(middle..<(middle + 8192), with: Data(count: 8192))
      try bytes.write(to: URL(fileURLWithPath: path))
      let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
      #expect(!log.isEmpty)
      let opened = try ProgressStore.open(folder: folder.file("killed"))
      let aside = try #require(damagedFile(of: opened))
      #expect(try Data(contentsOf: URL(fileURLWithPath: aside + "-wal")) == log)
      let answers = try opened.answers(limit: 2000)
      #expect(answers.count > 700)
      let latest: [AnswerRecord] = (2000..<2010).reversed().map { .numbered($0) }
      #expect(Array(answers[..<10]) == latest)
    }
  }

  @Test("whose setting aside was ended in the middle comes together with its log again")
  func half() throws {
    try withTemporaryFolder { folder in
      try folder.write(wholeFile(in: folder), to: "live/progress.sqlite")
      let store = try ProgressStore.open(folder: folder.file("live"))
      for number in 2000..<2010 { try store.record(.numbered(number)) }
      let files = FileManager.default
      try files.copyItem(atPath: folder.file("live"), toPath: folder.file("killed"))
      let path = folder.file("killed/progress.sqlite")
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let middle = bytes.count / 4 / 4096 * 3 * 4096
      bytes.replaceSubrange(middle..<(middle + 4096), with: Data(count: 4096))
      try bytes.write(to: URL(fileURLWithPath: path))
      // Killed after the log was moved, before the new file had the record's name.
      let aside = path + ".damaged-2026-01-01T00-00-00"
      try files.linkItem(atPath: path, toPath: aside)
      try files.moveItem(atPath: path + "-wal", toPath: aside + "-wal")
      let opened = try ProgressStore.open(folder: folder.file("killed"))
      let now = try #require(damagedFile(of: opened))
      #expect(try Data(contentsOf: URL(fileURLWithPath: now)) == bytes)
      let latest: [AnswerRecord] = (2000..<2010).reversed().map { .numbered($0) }
      #expect(try opened.answers(limit: 10) == latest)
      let names = try files.contentsOfDirectory(atPath: folder.file("killed"))
      #expect(names.filter { $0.contains(".damaged-") && $0.last?.isNumber == true }.count == 1)
      #expect(!names.contains("progress.sqlite.damaged-2026-01-01T00-00-00"), "\(names)")
    }
  }

  @Test("that one tutor sets aside is not written to by another that has it open")
  func replaced() throws {
    try withTemporaryFolder { folder in
      let first = try ProgressStore.open(folder: folder.path)
      try first.record(.numbered(1))
      let second = try ProgressStore.open(folder: folder.path)
      try second.record(.numbered(2))
      // The first one sets it aside, as it does where it meets damage.
      let files = FileManager.default
      let path = folder.file("progress.sqlite")
      for end in ["", "-wal", "-shm"] {
        try files.moveItem(atPath: path + end, toPath: path + ".damaged-x" + end)
      }
      let anew = try first.reopened()
      try anew.record(.numbered(3))
      let error = #expect(throws: ProgressError.self) { try second.record(.numbered(4)) }
      #expect(error?.reason == .replaced)
      #expect(throws: ProgressError.self) { try second.snapshot() }
      let again = try second.reopened()
      try again.record(.numbered(4))
      #expect(try anew.answers(limit: 9) == [.numbered(4), .numbered(3)])
    }
  }

  @Test("is set aside once, however many tutors meet it at the same time")
  func severalAtOnce() async throws {
    try await withTemporaryFolder { folder in
      for round in 0..<5 {
        let data = folder.file("round-\(round)")
        try folder.write(String(repeating: "x", count: 9000), to: "round-\(round)/progress.sqlite")
        try await withThrowingTaskGroup { group in
          for opener in 0..<5 {
            group.addTask {
              try await onOwnThread {
                try opened(data).record(.numbered(opener))
              }
            }
          }
          try await group.waitForAll()
        }
        #expect(try ProgressStore.open(folder: data).counts().answers == 5)
        let aside = try FileManager.default.contentsOfDirectory(atPath: data)
          .filter { $0.contains(".damaged-") }
        #expect(aside.count == 1, "\(aside)")
      }
    }
  }

  /// Opens a record, also where five that open it at once take a slow disk longer than one of them
  /// waits.
  private func opened(_ folder: String) throws -> ProgressStore {
    for _ in 0..<20 {
      do {
        return try ProgressStore.open(folder: folder)
      } catch {
        guard case .busy = error.reason else { throw error }
      }
    }
    return try ProgressStore.open(folder: folder)
  }

  /// Opens a record and reads all of it, as the tutor does: where damage is met, once more.
  private func used(_ folder: String) throws -> ProgressStore {
    let store = try ProgressStore.open(folder: folder)
    do {
      _ = try store.entries()
      _ = try store.reviews()
      return store
    } catch {
      guard error.reason == .damaged else { throw error }
      let store = try store.reopened()
      _ = try store.entries()
      return store
    }
  }

  private func damagedFile(of store: ProgressStore) -> String? {
    if case .rescued(_, let file) = store.opening { file } else { nil }
  }

  /// The bytes of a record with a thousand answers and some of everything else.
  private func wholeFile(in folder: TemporaryFolder) throws -> Data {
    do {
      let store = try ProgressStore.open(folder: folder.file("whole"))
      for number in 0..<30 {
        try store.finish(LessonRecord(lessonID: "l\(number)", finishedAt: 0, zoneOffset: 0))
      }
      for number in 0..<20 {
        _ = try store.record(
          ReviewRecord(
            cardID: "card-\(number)", grade: .good, durationMilliseconds: 1,
            reviewedAt: Int64(number) * 1000, zoneOffset: 0, rolloverHour: 4))
      }
      try store.withdrawReview(row: 3)
      try store.record(LogHistory.goal)
      try store.merge((0..<1000).map { .answer(.numbered($0)) })
    }
    return try Data(contentsOf: URL(fileURLWithPath: folder.file("whole/progress.sqlite")))
  }
}
