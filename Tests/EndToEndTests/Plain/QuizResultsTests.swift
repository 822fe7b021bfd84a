import Foundation
import TestSupport
import Testing

@Suite("portside quiz --results")
struct QuizResultsTests {
  @Test("writes a row for each answer, keeps its place, and replaces a file only when told to")
  func results() async throws {
    try await withTemporaryFolder { folder in
      let file = folder.file("results.csv")
      var environment = Command.pinned
      environment["PORTSIDE_DATA"] = folder.file("data")
      let program = try ProgramUnderTest.path
      func run(_ arguments: [String]) async throws -> Command.Outcome {
        try await Command(program, arguments, environment: environment).run(input: "1\n1\n1\nq\n")
      }
      let arguments = ["quiz", "--count", "3", "--seed", "4", "--results", file]
      let first = try await run(arguments)
      #expect(first.status == 0, "\(first)")
      let table = try String(contentsOfFile: file, encoding: .utf8)
      let starts = table.split(separator: "\n").filter { $0.contains(",3,") }
      #expect(starts.count == 3, "\(table)")
      let second = try await run(arguments)
      #expect(second.status == 1 && second.errors.contains("exists already"), "\(second)")
      let third = try await run(arguments + ["--force"])
      #expect(third.status == 0, "\(third)")
      // The log holds both quizzes, and gives the same rows again.
      let all = folder.file("all.csv")
      let export = try await run(["export", "--quiz-results", all])
      #expect(export.status == 0, "\(export)")
      let rows = try String(contentsOfFile: all, encoding: .utf8).split(separator: "\n")
        .filter { $0.contains(",3,") }
      #expect(rows.count == 6)
    }
  }
}
