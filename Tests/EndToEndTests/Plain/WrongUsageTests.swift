import Foundation
import TestSupport
import Testing

@Suite("Names that do not exist")
struct WrongUsageTests {
  @Test(
    "A lesson, a topic or a demo that there is not: one sentence with its name, and status 64",
    arguments: [
      ["learn", "nowhere", "--plain"], ["learn", "99", "--plain"], ["practice", "nowhere"],
      ["practice", "tuples", "nowhere", "--plain"], ["demo", "nowhere", "--plain"],
      ["demo", "nowhere", "--json"], ["quiz", "nowhere"], ["practice", "--cram", "nowhere"],
    ])
  func unknown(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let outcome = try await program.run(arguments, input: "1\n")
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome)")
      // The parser adds how the command is written; that is no second message.
      let sentences = outcome.errorLines.filter {
        !$0.hasPrefix("Usage: ") && !$0.hasPrefix("  See ")
      }
      try #require(sentences.count == 1, "\(outcome.errors)")
      let name = arguments.contains("99") ? "99" : "nowhere"
      #expect(sentences[0].contains(name) && sentences[0].hasSuffix("."))
      #expect(!FileManager.default.fileExists(atPath: program.data))
    }
  }

  @Test(
    "Values that cannot be: status 64",
    arguments: [
      ["practice", "--count", "0"], ["practice", "--count", "1001"],
      ["practice", "--level", "mad"],
      ["practice", "--seed", "-1"], ["ports", "65536"], ["ports", "443/icmp"],
      ["ports", "--yaml"], ["lessons", "check", ""], ["progress", "--data", ""], ["nothing"],
      ["--screen", "nowhere"], ["quiz", "--count", "0"], ["quiz", "--count", "201"],
      ["quiz", "--minutes", "0"], ["quiz", "--tier", "rare"], ["quiz", "tuples", "--tier", "core"],
      ["quiz", "lessons"], ["practice", "--cram", "--count", "3"],
    ])
  func values(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await PlainProgram(in: folder).run(arguments)
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome)")
      #expect(!outcome.errors.isEmpty)
    }
  }
}
