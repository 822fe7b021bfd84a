import Exchange
import Foundation
import Glibc
import Practice
import TestSupport
import Testing

@Suite("Files that are read and written")
struct FileTests {
  private static let entries: [LogEntry] = (0..<20_000).map {
    .lesson(LessonRecord(lessonID: "lesson-\($0)", finishedAt: Int64($0), zoneOffset: 0))
  }

  @Test("A file longer than any piece is read whole")
  func long() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write(Data(LogText.bytes(of: Self.entries)), to: "log")
      #expect(try LogFile.read(path) == Self.entries)
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link"), withDestinationPath: path)
      #expect(try LogFile.read(folder.file("link")).count == Self.entries.count)
    }
  }

  @Test("A folder, a pipe, a device, nothing, and what may not end are refused at once")
  func refused() throws {
    try withTemporaryFolder { folder in
      #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
      for path in [folder.path, folder.file("pipe"), "/dev/zero", "/dev/null"] {
        let fault = #expect(throws: ExchangeFault.self) { try LogFile.read(path) }
        #expect(fault?.description == "\(path): this is no plain file; name one.")
      }
      let none = folder.file("none")
      let fault = #expect(throws: ExchangeFault.self) { try LogFile.read(none) }
      #expect(fault?.description == "\(none): the file cannot be read (no such file or directory).")
      let large = try folder.write("", to: "large")
      #expect(truncate(large, off_t(LogFormat.largestFile) + 1) == 0)
      let size = #expect(throws: ExchangeFault.self) { try LogFile.read(large) }
      #expect(size?.reason == "the file is larger than 1024 MiB.")
    }
  }

  @Test("A file of zeros is refused without reading it as one line")
  func zeros() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write("", to: "zeros")
      #expect(truncate(path, 5_000_000) == 0)
      let fault = #expect(throws: ExchangeFault.self) { try LogFile.read(path) }
      #expect(fault?.line == 1)
    }
  }

  @Test("A file appears whole, for its owner alone, or not at all")
  func whole() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("out")
      do {
        let file = try OutputFile(path, force: false)
        try file.write(Array(repeating: 0x41, count: 200_000))
        #expect(!FileManager.default.fileExists(atPath: path))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      let file = try OutputFile(path, force: false)
      try file.write(Array("whole".utf8))
      try file.finish()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "whole")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
    }
  }

  @Test("What is there already is only replaced where that was asked for")
  func existing() throws {
    try withTemporaryFolder { folder in
      let path = try folder.write("old", to: "out")
      let fault = #expect(throws: OutputFault.self) { try OutputFile(path, force: false) }
      #expect(fault?.description.contains("the file exists already") == true)
      let file = try OutputFile(path, force: true)
      try file.write(Array("new".utf8))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      try file.finish()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    }
  }

  @Test("A file that appears in the meantime is not replaced")
  func appeared() throws {
    try withTemporaryFolder { folder in
      let file = try OutputFile(folder.file("out"), force: false)
      try file.write(Array("ours".utf8))
      try folder.write("theirs", to: "out")
      #expect(throws: OutputFault.self) { try file.finish() }
      #expect(try String(contentsOfFile: folder.file("out"), encoding: .utf8) == "theirs")
    }
  }

  @Test(
    "Folders, links, devices and places that are not there are refused", arguments: [true, false])
  func places(force: Bool) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link"), withDestinationPath: folder.file("none"))
      for path in [
        folder.path, folder.file("link"), "/dev/full", folder.file("none/out"), "/proc/out", "",
      ] {
        #expect(throws: OutputFault.self, "\(path)") { try OutputFile(path, force: force) }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["link"])
    }
  }
}
