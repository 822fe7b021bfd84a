import Foundation
import Testing

@testable import TestSupport

@Suite("A golden text")
struct SnapshotTests {
  @Test("that is missing is written and fails; the same text passes from then on")
  func missing() throws {
    try withTemporaryFolder { folder in
      let place = URL(fileURLWithPath: folder.file("__Snapshots__"))
      func compare(_ text: String, isRecording: Bool = false) throws -> String? {
        try Snapshot.compare(text, with: "name", in: place, isRecording: isRecording)
      }
      #expect(try compare("one\ntwo")?.contains("look at it") == true)
      #expect(try compare("one\ntwo") == nil)
      #expect(try compare("one\ntwo\n") == nil)

      let problem = try #require(try compare("one\n2  "))
      #expect(problem.contains("  one\n- two\n+ 2··\n"))
      let received = folder.file("__Snapshots__/name.received")
      #expect(try String(contentsOfFile: received, encoding: .utf8) == "one\n2  \n")

      #expect(try compare("one\n2  ", isRecording: true) == nil)
      #expect(try compare("one\n2  ") == nil)
      #expect(!FileManager.default.fileExists(atPath: received))
    }
  }

  @Test(
    "differs by lines that went and came",
    arguments: [
      ("a\nb\nc", "a\nc", "  a\n- b\n  c"), ("a", "a\nb", "  a\n+ b"),
      ("a\nb", "b\na", "- a\n  b\n+ a"), ("", "", "  "),
    ])
  func difference(old: String, new: String, shown: String) {
    #expect(LineDifference(from: old, to: new).description == shown)
  }
}
