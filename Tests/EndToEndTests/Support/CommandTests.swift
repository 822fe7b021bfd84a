import TestSupport
import Testing

@Suite("A program run by tests")
struct CommandTests {
  @Test("gives back what it said and how it ended")
  func outcome() async throws {
    let line = "cat; echo \"$A\" >&2; exit 4"
    let outcome = try await Command("/bin/sh", ["-c", line], environment: ["A": "b"])
      .run(input: "in\n")
    #expect(outcome.output == "in\n" && outcome.errors == "b\n")
    #expect(outcome.status == 4 && !outcome.wasKilled)
  }

  @Test("tells when a signal ended it")
  func signal() async throws {
    let outcome = try await Command("/bin/sh", ["-c", "kill -TERM $$"]).run()
    #expect(outcome.wasKilled && outcome.status == 15, "\(outcome)")
  }

  @Test("is the built portside")
  func program() async throws {
    let outcome = try await Command(try ProgramUnderTest.path, ["--help"]).run()
    #expect(outcome.status == 0 && outcome.output.contains("portside"))
  }
}
