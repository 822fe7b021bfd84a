import Foundation
import TestSupport
import Testing

@Suite("portside interview")
struct InterviewTests {
  @Test("asks, takes points and a corrected grade, keeps each answer and tells the result")
  func interview() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let told = try await program.run(
        ["interview", "--minutes", "30", "--seed", "7", "--plain"],
        input: "1\n\n1\n4\nsome words\na\n\nq\n")
      #expect(told.status == 0 && told.errors.isEmpty, "\(told)")
      for text in [
        "Mock interview, mixed level, seed 7: 30 minutes.", "Question 1, 30 minutes left",
        "What port does ", "Not 1: it is ", "A good answer:", "Follow-up to: ",
        "3 questions answered: ", "What closes the gaps:", "  portside learn ",
        "  portside interview --minutes 30 --seed 7",
      ] {
        #expect(told.output.contains(text), "\(text)\n\(told)")
      }
      #expect(try StoredReviews.rows(in: folder.file("data")).count == 3)
    }
  }

  @Test("one question by its id, in full or short, and its follow-ups")
  func question() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      for name in ["iv-one-port-thousands", "one-port-thousands"] {
        // After the points the input ends: what was ticked counts.
        let told = try await program.run(["interview", name], input: "\n1 2\n")
        #expect(told.output.contains("How can one port serve thousands of clients"), "\(told)")
        #expect(told.output.contains("1 question answered: 2 of 4 points."), "\(told)")
        #expect(told.output.contains("  portside demo crowd"), "\(told)")
      }
      #expect(try StoredReviews.rows(in: folder.file("data")).count == 2)
    }
  }

  @Test("ports alone")
  func ports() async throws {
    try await withTemporaryFolder { folder in
      let told = try await PlainProgram(in: folder).run(
        ["interview", "port", "--seed", "2"], input: "s\ns\ns\ns\ns\n")
      #expect(told.output.contains("Question 5\n"), "\(told)")
      #expect(told.output.contains("Nothing was answered."), "\(told)")
    }
  }

  @Test("the same seed asks the same, as long as nothing was learnt meanwhile")
  func seed() async throws {
    try await withTemporaryFolder { folder in
      let input = String(repeating: "s\n", count: 12) + "q\n"
      let arguments = ["interview", "--seed", "9", "--level", "core"]
      let first = try await PlainProgram(in: folder).run(arguments, input: input)
      let second = try await PlainProgram(in: folder).run(arguments, input: input)
      #expect(first.output == second.output)
    }
  }

  @Test(
    "wrong usage is told in one sentence",
    arguments: [
      (["--minutes", "0"], "An interview can take 1 to 120 minutes, not 0."),
      (["--topic", "tupels"], "There is no topic called 'tupels'."),
      (["iv-five-tupel"], "Did you mean iv-five-tuple?"),
      (["port", "--minutes", "5"], "One question has no clock, level or topic"),
    ])
  func wrong(arguments: [String], sentence: String) async throws {
    try await withTemporaryFolder { folder in
      let told = try await PlainProgram(in: folder).run(["interview"] + arguments)
      #expect(told.status == 64 && told.output.isEmpty, "\(told)")
      #expect(told.errors.contains(sentence), "\(told)")
    }
  }
}
