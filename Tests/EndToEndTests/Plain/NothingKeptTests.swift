import TestSupport
import Testing

@Suite("Where nothing can be kept")
struct NothingKeptTests {
  /// Runs the program with a record that would lie below a file, which not even root can make.
  private func run(_ arguments: [String], input: String = "") async throws -> Command.Outcome {
    try await withTemporaryFolder { folder in
      let file = try folder.write("a file", to: "file")
      let program = PlainProgram(in: folder)
      return try await program.run(arguments + ["--data", file + "/record"], input: input)
    }
  }

  @Test(
    "Everything works, and one sentence says that nothing is kept",
    arguments: [
      (["learn", "5", "--plain"], "s\ns\ns\ns\ns\ns\ns\ns\n", "Lesson 5 is done"),
      (["practice", "ports", "--count", "1", "--seed", "5"], "s\n", "Score: nothing answered, 1"),
      (["demo", "tabs", "--plain"], "4\n1\n", "The demo is over."),
    ])
  func works(arguments: [String], input: String, end: String) async throws {
    let outcome = try await run(arguments, input: input)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n" + end), "\(outcome.output.suffix(300))")
    try #require(outcome.errorLines.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("Nothing you do will be kept: the folder "))
    #expect(outcome.errors.contains("/file/record"))
  }

  @Test(
    "What keeps nothing does not speak of it",
    arguments: [
      ["ports", "443"], ["lessons"], ["lessons", "check"], ["demo"], ["demo", "tabs", "--json"],
      ["learn", "--plain"],
    ])
  func silent(arguments: [String]) async throws {
    let outcome = try await run(arguments)
    #expect(outcome.status == 0 && outcome.errors.isEmpty && !outcome.output.isEmpty)
  }

  @Test("progress has nothing to show, and says why in one sentence")
  func progress() async throws {
    let outcome = try await run(["progress"])
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("Error: there is no progress to show: "))
  }
}
