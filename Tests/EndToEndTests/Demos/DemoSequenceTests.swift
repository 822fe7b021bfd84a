import Demos
import Foundation
import PortKnowledge
import TestSupport
import Testing

/// The recordings that ship are what the kernel does: each demo is run live and compared with its
/// own.
@Suite("What every demo tells")
struct DemoSequenceTests {
  private static let names = DemoCatalog.all.map(\.id)

  /// The folder of the recordings that ship.
  private static let shipped = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/portside/Recordings")
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  private func objects(in text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(object as? [String: Any], "\(line)")
    }
  }

  private func recorded(_ file: URL, _ name: String) throws -> DemoSequence {
    DemoSequence(try objects(in: String(contentsOf: file, encoding: .utf8)), of: name)
  }

  private func live(
    _ name: String, _ program: String, as words: [String] = []
  ) async throws -> DemoSequence {
    let command = words + [program, "demo", name, "--json"]
    let outcome = try await Command(command[0], Array(command.dropFirst())).run()
    #expect(outcome.status == 0, "\(outcome.errors)")
    return DemoSequence(try objects(in: outcome.output), of: name)
  }

  private func expect(_ live: DemoSequence, equals recorded: DemoSequence, _ name: String) {
    guard live.lines != recorded.lines else { return }
    let difference = LineDifference(
      from: recorded.lines.joined(separator: "\n"), to: live.lines.joined(separator: "\n"))
    Issue.record("\(name) told something else than its recording:\n\(difference)")
  }

  @Test(
    "An ordinary user sees the recording's events",
    .enabled(if: OrdinaryUser.isAvailable || geteuid() != 0, "nobody can be made an ordinary user"),
    arguments: names)
  func ordinary(name: String) async throws {
    let recording = try recorded(Self.shipped.appendingPathComponent("\(name).jsonl"), name)
    guard OrdinaryUser.isAvailable else {
      let program = try ProgramUnderTest.path
      return expect(try await live(name, program), equals: recording, name)
    }
    try await OrdinaryUser.run { user in
      expect(try await live(name, user.program, as: user.words), equals: recording, name)
    }
  }

  @Test(
    "Root sees them too, but for the port that only root may bind",
    .enabled(if: geteuid() == 0, "these tests do not run as root"), arguments: names)
  func root(name: String) async throws {
    let special = Self.folder.appendingPathComponent("Root/\(name).jsonl")
    let isSpecial = FileManager.default.fileExists(atPath: special.path)
    let file = isSpecial ? special : Self.shipped.appendingPathComponent("\(name).jsonl")
    let program = try ProgramUnderTest.path
    expect(try await live(name, program), equals: try recorded(file, name), name)
  }

  @Test("Every demo has a recording of an ordinary user, and there are no others")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.shipped.path)
    #expect(Set(files) == Set(Self.names.map { "\($0).jsonl" }))
    for name in Self.names {
      let text = try String(
        contentsOf: Self.shipped.appendingPathComponent("\(name).jsonl"), encoding: .utf8)
      let header = try #require(objects(in: String(text.prefix { $0 != "\n" })).first)
      #expect(header["wasRoot"] as? Bool == false, "\(name)")
    }
  }
}
