import Foundation
import TestSupport
import Testing

@Suite("portside lessons check")
struct LessonsCheckTests {
  private static let names = ["01-one-machine-many-programs.md", "05-the-5-tuple.md"]

  private func shipped(_ name: String) throws -> String {
    try String(contentsOfFile: TutorInTerminal.lessons + "/" + name, encoding: .utf8)
  }

  @Test("The shipped folder has no faults, named or found")
  func shippedFolder() async throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: TutorInTerminal.lessons)
    let count = files.filter { $0.hasSuffix(".md") }.count
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      for arguments in [["lessons", "check"], ["lessons", "check", TutorInTerminal.lessons]] {
        let outcome = try await program.run(arguments)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        #expect(outcome.output == "\(count) lessons, no faults\n")
      }
    }
  }

  @Test("A lesson broken in two places has two lines with file, line and column, and status 2")
  func broken() async throws {
    try await withTemporaryFolder { folder in
      let name = Self.names[0]
      let broken = try shipped(name).replacing("kind: entry", with: "kind: enrty")
        .replacing("```demo\nsame-port\n", with: "```demo\nsame-prot\n")
      let path = try folder.write(broken, to: "lessons/" + name)
      try folder.write(try shipped(Self.names[1]), to: "lessons/" + Self.names[1])
      let lines = broken.split(separator: "\n", omittingEmptySubsequences: false)
      let kind = try #require(lines.firstIndex(of: "kind: enrty")) + 1
      let demo = try #require(lines.firstIndex(of: "same-prot")) + 1

      let program = PlainProgram(in: folder, lessons: folder.file("lessons"))
      let outcome = try await program.run(["lessons", "check"])
      #expect(outcome.status == 2 && outcome.errors.isEmpty)
      try #require(outcome.lines.count == 2, "\(outcome.output)")
      #expect(outcome.lines[0].hasPrefix("\(path):\(kind):7: "), "\(outcome.output)")
      #expect(outcome.lines[0].contains("one, several, entry, order or table"), "\(outcome.output)")
      #expect(outcome.lines[1].hasPrefix("\(path):\(demo):1: "), "\(outcome.output)")
      #expect(outcome.lines[1].contains("same-prot"), "\(outcome.output)")

      let report = try await program.run(["lessons", "check", "--json"])
      #expect(report.status == 2)
      let faults = try #require(try report.object()["faults"] as? [[String: Any]])
      #expect(faults.allSatisfy { Set($0.keys) == ["file", "line", "column", "message"] })
      #expect(faults.compactMap { $0["line"] as? Int } == [kind, demo])
      #expect(faults.compactMap { $0["column"] as? Int } == [7, 1])
      #expect(try report.object()["lessons"] as? Int == 1)
    }
  }

  @Test("The sound lessons beside a broken one can be read; the broken one is told of")
  func beside() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("no lesson\n", to: "lessons/" + Self.names[0])
      try folder.write(try shipped(Self.names[1]), to: "lessons/" + Self.names[1])
      let program = PlainProgram(in: folder, lessons: folder.file("lessons"))
      #expect(try await program.run(["lessons"]).lines.count == 1)
      #expect(try await program.run(["learn", "5", "--plain"]).status == 0)
      let first = try await program.run(["learn", "1", "--plain"])
      #expect(first.status == 64 && first.errors.contains("portside lessons check"))
    }
  }
}
