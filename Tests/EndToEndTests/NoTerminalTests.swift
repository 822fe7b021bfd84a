import TestSupport
import Testing

@Suite("Without a terminal")
struct NoTerminalTests {
  private func run(
    _ arguments: [String] = [], input: String = "", environment: [String: String] = [:]
  ) async throws -> Command.Outcome {
    try await withTemporaryFolder { folder in
      let variables = Command.pinned.merging([
        "PORTSIDE_DATA": folder.file("data"), "PORTSIDE_LESSONS": TutorInTerminal.lessons,
      ]) { $1 }.merging(environment) { $1 }
      return try await Command(ProgramUnderTest.path, arguments, environment: variables)
        .run(input: input)
    }
  }

  @Test("The tutor says in one sentence that it needs a terminal, and names the plain commands")
  func noTerminal() async throws {
    let outcome = try await run()
    #expect(outcome.status != 0 && !outcome.wasKilled)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("portside learn --plain"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test("A dumb or unknown terminal gets the same sentence", arguments: ["dumb", "no-such-term"])
  func dumb(term: String) async throws {
    guard TmuxSession.isAvailable else { return }
    try await TutorInTerminal.run(term: term) { tutor in
      let screen = try await tutor.terminal.wait(for: "[exit ")
      #expect(screen.contains("learn --plain"), "\(screen)")
      #expect(!screen.contains("[exit 0]"))
    }
  }

  @Test("learn --plain takes answers from standard input and ends with the score")
  func learn() async throws {
    let outcome = try await run(["learn", "5", "--plain"], input: "2\n2,3,4\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("The same connection from the other side"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.output.contains("2"))
  }

  @Test("practice --plain repeats itself for a seed and keeps the score at the end of input")
  func practice() async throws {
    let arguments = ["practice", "tuples", "--count", "5", "--seed", "7", "--plain"]
    let first = try await run(arguments, input: "1\n1\n1\n1\n1\n")
    let again = try await run(arguments, input: "1\n1\n1\n1\n1\n")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == again.output)
    let ended = try await run(arguments, input: "1\n")
    #expect(ended.status == 0)
  }

  @Test("demo tabs --plain runs through when piped and shows the kernel's rows")
  func demo() async throws {
    let outcome = try await run(["demo", "tabs", "--plain"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("LISTEN"))
    #expect(outcome.output.contains("▲"))
    #expect(outcome.output.contains("TIME-WAIT"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test("Bad ports get one clear sentence each", arguments: ["70000", "-1", "22x"])
  func badPort(query: String) async throws {
    let outcome = try await run(["ports", query])
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("\(query) is not a port"), "\(outcome.errors)")
  }
}
