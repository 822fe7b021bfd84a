import Foundation
import GRDB
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("Opening a store that cannot be used")
struct ProgressFaultTests {
  @Test("refuses a newer layout with one sentence and leaves the file as it is")
  func newer() throws {
    try withTemporaryFolder { folder in
      do {
        let store = try ProgressStore.open(folder: folder.path)
        try store.record(.numbered(1))
        let queue = try DatabaseQueue(path: store.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
      }
      let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("progress.sqlite")))
      try expectRefusal(folder, .newer(layout: 99, known: 4), "newer Portside (layout 99")
      let after = try Data(contentsOf: URL(fileURLWithPath: folder.file("progress.sqlite")))
      #expect(before == after)
    }
  }

  @Test("refuses another program's database and leaves it as it is")
  func foreign() throws {
    try withTemporaryFolder { folder in
      try DatabaseQueue(path: folder.file("progress.sqlite"))
        .write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
      let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("progress.sqlite")))
      try expectRefusal(folder, .foreign, "another program")
      let after = try Data(contentsOf: URL(fileURLWithPath: folder.file("progress.sqlite")))
      #expect(before == after)
    }
  }

  @Test("refuses a file that is no database")
  func noDatabase() throws {
    try withTemporaryFolder { folder in
      let text = String(repeating: "This is a diary.\n", count: 200)
      try folder.write(text, to: "progress.sqlite")
      try expectRefusal(folder, .damaged, "is damaged or is no database")
      #expect(
        try String(contentsOfFile: folder.file("progress.sqlite"), encoding: .utf8) == text)
    }
  }

  @Test("refuses a folder in the file's place")
  func folderInPlace() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder.file("progress.sqlite"), withIntermediateDirectories: false)
      try expectRefusal(folder, .file("it is no ordinary file"), "it is no ordinary file")
    }
  }

  @Test("refuses a file in the folder's place, and below a file")
  func fileInPlace() throws {
    try withTemporaryFolder { folder in
      let file = try folder.write("", to: "taken")
      let error = #expect(throws: ProgressError.self) { try ProgressStore.open(folder: file) }
      #expect(error == ProgressError(path: file, reason: .folder("it is a file")))
      let below = #expect(throws: ProgressError.self) {
        try ProgressStore.open(folder: file + "/sub/folder")
      }
      #expect(below?.path == file + "/sub" || below?.path == file + "/sub/folder")
      #expect(below?.description.contains("not a directory") == true)
    }
  }

  @Test("refuses names the system refuses", arguments: ["", "/proc/portside-test/data"])
  func impossibleFolder(path: String) throws {
    let error = #expect(throws: ProgressError.self) { try ProgressStore.open(folder: path) }
    #expect(error?.description.contains("choose another one with --data") == true)
  }

  @Test("refuses a folder that may only be read", .disabled(if: isRoot, "root may write anywhere"))
  func readOnlyFolder() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder.file("locked"), withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o500])
      let error = #expect(throws: ProgressError.self) {
        try ProgressStore.open(folder: folder.file("locked"))
      }
      #expect(error?.description.contains("permission denied") == true)
    }
  }

  @Test("says that a file which became read-only cannot be written to")
  func readOnlyConnection() throws {
    let error = ProgressError(
      DatabaseError(resultCode: .SQLITE_READONLY_DBMOVED, message: "x"), path: "/p")
    #expect(error == ProgressError(path: "/p", reason: .readOnly))
  }

  /// Every fault is planted in a copy; opening, reading and adding must each work or throw.
  @Test("throws and never traps, whatever bytes are damaged")
  func damage() throws {
    try withTemporaryFolder { folder in
      do {
        let store = try ProgressStore.open(folder: folder.file("whole"))
        for number in 0..<150 { try store.record(.numbered(number)) }
        for number in 0..<30 {
          try store.finish(LessonRecord(lessonID: "l\(number)", finishedAt: 0, zoneOffset: 0))
        }
      }
      let whole = try Data(
        contentsOf: URL(fileURLWithPath: folder.file("whole/progress.sqlite")))
      var refused = 0
      for seed in 0..<150 as Range<UInt64> {
        var generator = Damage(seed: seed)
        try folder.write(generator.spoiled(whole), to: "\(seed)/progress.sqlite")
        guard let error = use(folder.file("\(seed)")) else { continue }
        refused += 1
        #expect(error.description.hasSuffix("."), "seed \(seed)")
        #expect(error.path == folder.file("\(seed)/progress.sqlite"), "seed \(seed)")
      }
      #expect(refused > 30, "hardly any damage was seen, so this test tests nothing")
    }
  }

  /// Does everything a store can do and gives back the error that stopped it.
  private func use(_ folder: String) -> ProgressError? {
    do throws(ProgressError) {
      let store = try ProgressStore.open(folder: folder)
      _ = try store.snapshot()
      _ = try store.answers(limit: 500)
      try store.record(.numbered(1))
      try store.finish(LessonRecord(lessonID: "new", finishedAt: 0, zoneOffset: 0))
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "is one sentence, whatever the reason",
    arguments: [
      .folder("a"), .file("a"), .readOnly, .damaged, .foreign, .newer(layout: 2, known: 1),
      .busy(seconds: 5), .full, .refused("a"),
      .nothingToTakeBack(card: "a"), .unsafe(setting: "a"), .other("a"),
    ] as [ProgressError.Reason])
  func sentence(reason: ProgressError.Reason) {
    let text = ProgressError(path: "/p", reason: reason).description
    #expect(text.contains("/p") && text.hasSuffix("."))
    #expect(text.filter { $0 == "." }.count == 1 && !text.contains("\n"))
    #expect(text.contains("; "), "it says what to do")
  }

  private func expectRefusal(
    _ folder: TemporaryFolder, _ reason: ProgressError.Reason, _ words: String
  ) throws {
    let error = #expect(throws: ProgressError.self) { try ProgressStore.open(folder: folder.path) }
    #expect(error == ProgressError(path: folder.file("progress.sqlite"), reason: reason))
    #expect(error?.description.contains(words) == true)
  }
}

private let isRoot = geteuid() == 0

/// Spoils bytes in one of several ways, the same way for the same seed.
private struct Damage: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func spoiled(_ whole: Data) -> Data {
    var bytes = whole
    switch Int.random(in: 0..<4, using: &self) {
    case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &self))
    case 1:
      let start = Int.random(in: 0..<bytes.count, using: &self)
      let end = min(start + 4_096, bytes.count)
      bytes.replaceSubrange(start..<end, with: Data(count: end - start))
    default:
      for _ in 0..<Int.random(in: 1...64, using: &self) {
        let index = Int.random(in: 0..<bytes.count, using: &self)
        bytes[index] = UInt8.random(in: .min ... .max, using: &self)
      }
    }
    return bytes
  }
}
