import PortKnowledge
import Practice
import TestSupport
import Testing

@Suite("portside quiz")
struct QuizTests {
  private static let arguments = [
    "quiz", "same-connection", "--count", "3", "--seed", "5", "--level", "easy",
  ]

  /// The questions that the arguments ask for.
  private static let questions: [Question] = {
    var plan = QuizPlan()
    plan.families = ["same-connection"]
    plan.count = 3
    plan.seed = 5
    return plan.questions()
  }()

  private func quiz(
    _ lines: [String], more: [String] = [],
    _ body: (PlainProgram, String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let input = lines.map { $0 + "\n" }.joined()
      let outcome = try await program.run(Self.arguments + more, input: input)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      try await body(program, outcome.output)
    }
  }

  @Test("judges at the end, and asks again what was wrong until it is right")
  func exam() async throws {
    let questions = Self.questions
    let lines = [
      questions[0].wrongLine, questions[1].rightLine, "s", questions[0].wrongLine,
      questions[2].rightLine, questions[0].rightLine,
    ]
    try await quiz(lines) { program, output in
      let parts = output.split(separator: "\nResult: ")
      try #require(parts.count == 2, "\(output)")
      #expect(!parts[0].contains("Right.") && !parts[0].contains("Wrong."))
      #expect(parts[1].hasPrefix("1 of 3 right, 33 %.\nThe others: 1 wrong, 1 skipped.\n"))
      #expect(parts[1].contains("\nOnce more, 2 to go\n"))
      #expect(parts[1].contains("\nOnce more, the last one\n"))
      #expect(parts[1].contains("\nAll of these are right now.\n\nTo look at again:\n"))
      #expect(parts[1].hasSuffix("--level easy --count 3 --seed 5\n"))
      // The answers of the second round are practice and not kept.
      let kept = try await program.progress()
      #expect(kept.answers == .init(correct: 1, total: 2))
    }
  }

  @Test("judges at once where that is asked for")
  func atOnce() async throws {
    try await quiz(Self.questions.map(\.rightLine), more: ["--at-once"]) { _, output in
      #expect(output.split(separator: "\nRight.\n").count == 4, "\(output)")
      #expect(output.contains("\nResult: 3 of 3 right, 100 %.\n"))
      #expect(!output.contains("To look at again"))
    }
  }

  @Test("judged at once against the clock, waits until the explanation is read")
  func atOnceTimed() async throws {
    let lines = Self.questions.flatMap { [$0.rightLine, ""] }
    try await quiz(lines, more: ["--at-once", "--minutes", "5"]) { _, output in
      let waits = output.split(separator: "The clock stands. Enter goes on, q quit:").count - 1
      #expect(waits == 3, "\(output)")
      #expect(output.contains("\nResult: 3 of 3 right, 100 %.\n"))
    }
    let stopped = [Self.questions[0].rightLine, "q"]
    try await quiz(stopped, more: ["--at-once", "--minutes", "5"]) { _, output in
      #expect(output.contains("\nThe others: 2 not reached.\n"), "\(output)")
    }
  }

  @Test("can be stopped; what was answered is kept, and the rest was not reached")
  func stopped() async throws {
    try await quiz([Self.questions[0].wrongLine, "q"]) { program, output in
      #expect(output.contains("Result: 0 of 3 right, 0 %.\nThe others: 1 wrong, 2 not reached.\n"))
      #expect(output.contains("\nTo look at again:\n"))
      let kept = try await program.progress()
      #expect(kept.answers == .init(correct: 0, total: 1))
    }
  }

  @Test("has no hints, and says what can be typed instead")
  func hints() async throws {
    try await quiz(["h", "what"], more: ["--minutes", "5"]) { _, output in
      #expect(output.contains("  There are no hints in a quiz.\n"))
      #expect(output.contains(", or s or q.\n"))
      #expect(output.contains(#/\nQuestion 1 of 3, (5:00|4:5\d) left\n/#), "\(output)")
    }
  }

  @Test("says so where what was chosen holds fewer questions")
  func fewer() async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await PlainProgram(in: folder).run(
        ["quiz", "deck-mail", "--count", "200", "--seed", "1"], input: "q\n")
      #expect(outcome.output.contains("\nThere are no more different ones in what you chose.\n"))
    }
  }

  @Test("practice --cram goes through a deck both ways and says when that was everything")
  func cram() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let input = String(repeating: "1\n", count: 400) + "q\n"
      let told = try await program.run(["practice", "--cram", "deck-mail"], input: input)
      #expect(told.output.hasPrefix("Cram, easy level: "), "\(told.output)")
      #expect(told.output.contains("each once.\n"))
      #expect(told.output.contains("\nTo look at again:\n"))
      let due = try await program.run(["review", "--due"])
      #expect(!due.output.contains("  1 due"), "cramming leaves the schedule alone: \(due)")
    }
  }
}
