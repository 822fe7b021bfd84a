import Foundation
import PortKnowledge
import TestSupport
import Testing

@Suite("portside exercises")
struct ExercisesTests {
  private func run(_ arguments: String...) async throws -> Command.Outcome {
    try await withTemporaryFolder { folder in
      let outcome = try await PlainProgram(in: folder).run(["exercises"] + arguments)
      #expect(!FileManager.default.fileExists(atPath: folder.file("data")), "it keeps nothing")
      return outcome
    }
  }

  private func object(_ outcome: Command.Outcome) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("list names every kind, and those that the kernel decides")
  func list() async throws {
    let outcome = try await run("list")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.lines.count == ExerciseCatalog.families.count)
    for (line, family) in zip(outcome.lines, ExerciseCatalog.families) {
      #expect(line.contains(family.id) && line.hasSuffix(family.summary))
      #expect(line.hasPrefix("K") == family.asksKernel)
    }
    let json = try object(try await run("list", "--json"))
    #expect(json["format"] as? String == "portside.exercise-families")
    #expect((json["families"] as? [Any])?.count == ExerciseCatalog.families.count)
  }

  @Test(
    "JSON tells the whole case of every kind",
    arguments: ExerciseCatalog.families.map(\.id))
  func json(family: String) async throws {
    let outcome = try await run(
      family, "--count", "3", "--seed", "18446744073709551614", "--level", "3", "--json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    let sheet = try object(outcome)
    #expect(sheet["format"] as? String == "portside.exercises" && sheet["version"] as? Int == 1)
    let exercises = try #require(sheet["exercises"] as? [[String: Any]])
    let seeds = exercises.map { $0["seed"] as? String }
    #expect(seeds == ["18446744073709551614", "18446744073709551615", "0"])
    for exercise in exercises {
      let id = try #require(exercise["id"] as? String)
      let made = try #require(ExerciseCatalog.question(id: id))
      #expect(exercise["prompt"] as? String == made.prompt)
      #expect(exercise["solution"] as? [String] == made.solution)
      #expect((exercise["case"] as? [String: Any])?.isEmpty == false, "\(id) tells no case")
      #expect((exercise["hints"] as? [String])?.count == 3)
      #expect(exercise["kernel"] == nil)
    }
  }

  @Test("--verify adds the kernel's word")
  func verify() async throws {
    let outcome = try await run("bind-pair", "--count", "5", "--seed", "3", "--json", "--verify")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    let exercises = try #require(try object(outcome)["exercises"] as? [[String: Any]])
    for exercise in exercises {
      let experiment = try #require(exercise["experiment"] as? [String: Any])
      #expect((experiment["steps"] as? [[String: Any]])?.isEmpty == false)
      let kernel = try #require(exercise["kernel"] as? [String: Any])
      #expect(kernel["agrees"] as? Bool == true, "\(kernel)")
      #expect((kernel["calls"] as? [String])?.isEmpty == false)
    }
  }

  @Test("a worksheet has its answers on a page of their own")
  func worksheet() async throws {
    let arguments = ["same-connection", "--count", "4", "--seed", "9", "--format", "markdown"]
    func sheet(_ more: String...) async throws -> [String] {
      try await withTemporaryFolder { folder in
        let outcome = try await PlainProgram(in: folder).run(["exercises"] + arguments + more)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        return outcome.lines
      }
    }
    let both = try await sheet()
    let questions = try await sheet("--sheet", "questions")
    let answers = try await sheet("--sheet", "answers")
    #expect(questions.filter { $0.hasPrefix("## ") } == ["## 1", "## 2", "## 3", "## 4"])
    #expect(!questions.contains { $0.contains("**") || $0.contains("Answers") })
    #expect(answers.first?.hasPrefix("# Answers: ") == true)
    let page = try #require(both.firstIndex { $0.contains("page-break") })
    #expect(Array(both[..<page]).filter { !$0.isEmpty } == questions.filter { !$0.isEmpty })
    let rest = both[page...].drop { !$0.hasPrefix("# Answers") }
    #expect(rest.filter { !$0.isEmpty } == answers.filter { !$0.isEmpty })
  }

  @Test(
    "What cannot be: one sentence and status 64",
    arguments: [
      ["nowhere"], ["bind-pair", "--count", "0"], ["bind-pair", "--count", "10001"],
      ["bind-pair", "--seed", "-1"], ["bind-pair", "--level", "4"],
      ["bind-pair", "--sheet", "answers"], ["bind-pair", "--json", "--format", "markdown"],
    ])
  func wrongUsage(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await PlainProgram(in: folder).run(["exercises"] + arguments)
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome)")
      #expect(!outcome.errors.isEmpty)
    }
  }

  @Test("practice --verify lets the kernel decide after each answer")
  func practice() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let outcome = try await program.run(
        ["practice", "tcp-delivery", "--verify", "--count", "3", "--seed", "5"],
        input: "1\n1\n1\n")
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      let words = outcome.lines.filter {
        $0.hasPrefix("The kernel agrees.") || $0.hasPrefix("The kernel could not be asked")
      }
      #expect(words.count == 3, "\(outcome.output)")
      #expect(try await program.progress().answers.total == 3)
    }
  }
}
