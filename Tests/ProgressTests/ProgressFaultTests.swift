import Foundation
import GRDB
import Practice
import TestSupport
import Testing

@testable import Progress

@Suite("Opening a store that cannot be used")
struct ProgressFaultTests {
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
