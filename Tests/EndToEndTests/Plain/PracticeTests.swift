import PortKnowledge
import Practice
import TestSupport
import Testing

@Suite("portside practice")
struct PracticeTests {
  private static let arguments = [
    "practice", "same-connection", "--count", "3", "--seed", "5",
  ]

  /// The questions that the arguments ask for.
  private static let questions = PracticeSession(
    families: ["same-connection"].compactMap(ExerciseCatalog.family), level: .easy, seed: 5,
    count: 3
  ).questions

  /// Runs it with lines typed in, and hands out what was said about each question.
  private func practise(
    _ lines: [String], _ body: (PlainProgram, Command.Outcome, [Substring]) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let input = lines.map { $0 + "\n" }.joined()
      let outcome = try await program.run(Self.arguments, input: input)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      let parts = outcome.output.split(separator: "\nQuestion ").dropFirst()
      try await body(program, outcome, Array(parts))
    }
  }

  @Test("A right answer is told why it is right, and why the others are wrong")
  func right() async throws {
    try await practise(Self.questions.map(\.rightLine)) { program, outcome, parts in
      #expect(parts.count == 3)
      for (question, part) in zip(Self.questions, parts) {
        #expect(part.contains(question.prompt))
        #expect(part.contains("\nRight.\n" + question.explanation + "\n"))
        for option in question.options where !option.isRight {
          #expect(part.contains("  " + option.explanation + "\n"))
        }
      }
      #expect(outcome.output.contains("\nScore: 3 of 3 right.\n"))
      let kept = try await program.progress()
      #expect(kept.answers == .init(correct: 3, total: 3))
      #expect(kept.topics == ["tuples": .init(correct: 3, total: 3)])
    }
  }

  @Test("A wrong answer is told the right one and the reason for each mistake")
  func wrong() async throws {
    try await practise(Self.questions.map(\.wrongLine)) { program, outcome, parts in
      #expect(parts.count == 3)
      for (question, part) in zip(Self.questions, parts) {
        let verdict = question.verdictOnWrongLine
        let told = try #require(part.split(separator: "\nWrong. ").last)
        #expect(told.split(separator: "\n").first?.hasSuffix(" is \(verdict.right).") == true)
        for mistake in verdict.mistakes {
          #expect(told.contains("\n  \(mistake.label)  \(mistake.text)\n"))
        }
        #expect(told.contains("\n" + verdict.explanation + "\n"))
      }
      #expect(outcome.output.contains("\nScore: 0 of 3 right.\n"))
      let kept = try await program.progress()
      #expect(kept.answers == .init(correct: 0, total: 3))
      #expect(Set(kept.recentMistakes) == Set(Self.questions.map(\.id)))
    }
  }

  @Test("h shows a hint, s skips, and a skipped question is not counted")
  func hintAndSkip() async throws {
    let lines = ["h", Self.questions[0].rightLine, "s", "what", Self.questions[2].rightLine]
    try await practise(lines) { program, outcome, parts in
      try #require(parts.count == 3)
      #expect(parts[0].contains("  " + (Self.questions[0].hints.first ?? "no hint") + "\n"))
      #expect(!parts[1].contains("Right.") && !parts[1].contains("Wrong."))
      #expect(parts[2].contains("or h, s or q."), "what cannot be an answer is asked again")
      #expect(
        outcome.output.contains(
          "\nScore: 2 of 2 right, 1 of them without a hint, 1 skipped.\n"))
      let kept = try await program.progress()
      #expect(kept.answers == .init(correct: 2, total: 2))
    }
  }

  @Test("The end of the input gives the score; what was answered is kept")
  func endOfInput() async throws {
    try await practise([Self.questions[0].rightLine]) { program, outcome, _ in
      #expect(outcome.output.contains("\nScore: 1 of 1 right, 2 not asked.\n"))
      let kept = try await program.progress()
      #expect(kept.answers == .init(correct: 1, total: 1))
    }
    try await practise([]) { program, outcome, _ in
      #expect(outcome.output.contains("\nScore: nothing answered, 3 not asked.\n"))
      let kept = try await program.progress()
      #expect(kept.answers == .init(correct: 0, total: 0))
    }
    try await practise(["q", Self.questions[0].rightLine]) { _, outcome, _ in
      #expect(outcome.output.contains("\nScore: nothing answered, 3 not asked.\n"))
    }
  }

  @Test("The command at the end asks the same questions again")
  func again() async throws {
    try await practise([]) { program, outcome, _ in
      let line = try #require(outcome.lines.last { $0.hasPrefix("  portside ") })
      let words = line.split(separator: " ").dropFirst().map(String.init)
      let again = try await program.run(words)
      #expect(again.output == outcome.output)
    }
  }
}
