import TestSupport
import Testing

@Suite("--help")
struct HelpTests {
  /// The names of the commands that a help lists.
  private static func subcommands(in help: String) -> [String] {
    guard let place = help.firstRange(of: "\nSUBCOMMANDS:\n") else { return [] }
    return help[place.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  ") && $0.dropFirst(2).first?.isLetter == true }
      .map { $0.split(separator: " ")[0] }.map(String.init)
  }

  /// Every command there is with its help, the program's own first.
  private func helps(
    _ program: PlainProgram, _ command: [String] = []
  ) async throws -> [(command: [String], help: String)] {
    let outcome = try await program.run(command + ["--help"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    var result = [(command, outcome.output)]
    for name in Self.subcommands(in: outcome.output) {
      result += try await helps(program, command + [name])
    }
    return result
  }

  @Test("Every command has an example of itself, and says how it is written")
  func examples() async throws {
    try await withTemporaryFolder { folder in
      let all = try await helps(PlainProgram(in: folder))
      let commands = all.map { $0.command.joined(separator: " ") }
      for name in ["", "learn", "practice", "demo", "ports", "progress", "lessons check"] {
        #expect(commands.contains(name), "\(commands)")
      }
      for (command, help) in all {
        let written = (["portside"] + command).joined(separator: " ")
        let lines = help.split(separator: "\n")
        let start = try #require(lines.firstIndex(of: "Examples:"), "\(written)\n\(help)")
        #expect(lines[(start + 1)...].first?.contains(written) == true, "\(written)\n\(help)")
        #expect(help.contains("USAGE: \(written)"))
      }
    }
  }

  @Test("The examples do what they say: none of them is wrong usage")
  func examplesRun() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      for (command, help) in try await helps(program) {
        for example in Self.examples(in: help) {
          let outcome = try await program.run(example, in: folder.path)
          // The tutor itself needs a terminal, which is no fault of the example.
          #expect(outcome.status != 64, "\(command): \(example): \(outcome.errors)")
        }
      }
    }
  }

  /// The examples without pipes, without `Lessons`, which is a folder of the reader's.
  private static func examples(in help: String) -> [[String]] {
    let lines = help.split(separator: "\n")
    guard let start = lines.firstIndex(of: "Examples:") else { return [] }
    return lines[(start + 1)...].prefix { $0.hasPrefix("  ") && !$0.contains(":  ") }
      .filter { $0.hasPrefix("  portside") && !$0.contains("|") && !$0.contains("Lessons") }
      .map { line in
        // What an example does stands behind it, after several spaces.
        let text = line.dropFirst(2)
        let end = text.firstRange(of: "   ")?.lowerBound ?? text.endIndex
        return text[..<end].split(separator: " ").dropFirst().map(String.init)
      }
  }
}
