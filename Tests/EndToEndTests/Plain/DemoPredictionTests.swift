import Foundation
import Practice
import Progress
import TestSupport
import Testing

@Suite("Predictions in portside demo")
struct DemoPredictionTests {
  private static let arguments = ["demo", "tabs", "--plain"]
  private static let rows = "demo-tabs-rows"
  private static let timeWait = "demo-tabs-time-wait"

  /// Runs the demo with lines typed in; what was kept, the oldest first.
  private func predict(
    _ input: String, _ arguments: [String] = arguments
  ) async throws -> (outcome: Command.Outcome, answers: [AnswerRecord]) {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let outcome = try await program.run(arguments, input: input)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      guard FileManager.default.fileExists(atPath: program.data) else { return (outcome, []) }
      let answers = try ProgressStore.open(folder: program.data).answers(limit: 10)
      let kept = try await program.progress().answers
      #expect(kept.total == answers.count)
      #expect(kept.correct == answers.filter(\.isCorrect).count)
      return (outcome, answers.reversed())
    }
  }

  @Test("They are kept with the kernel's verdict, the topic, the moment and how long they took")
  func kept() async throws {
    let before = Int64(Date().timeIntervalSince1970 * 1000)
    let (outcome, answers) = try await predict("1\n1\n")
    let after = Int64(Date().timeIntervalSince1970 * 1000)
    #expect(answers.map(\.itemID) == [Self.rows, Self.timeWait])
    #expect(answers.map(\.isCorrect) == [false, true])
    #expect(answers.map(\.given) == ["1", "1"])
    for answer in answers {
      #expect(answer.kind == .prediction && answer.topic == "tuples" && !answer.usedHint)
      #expect((before...after).contains(answer.answeredAt))
      #expect((0...Int(after - before)).contains(answer.durationMilliseconds))
    }
    #expect(outcome.output.contains("\nYou predicted: 3: one for each tab\n"))
    #expect(outcome.output.contains("\nNot right.\n"))
    #expect(outcome.output.contains("\nYou predicted: the tabs' side\n"))
    #expect(outcome.output.contains("\nRight.\n"))
  }

  @Test("What is no number is asked again; then the number counts")
  func unclear() async throws {
    let (outcome, answers) = try await predict("9\nseven\n 4 \n2\n")
    #expect(outcome.output.components(separatedBy: "That is none of the numbers.").count == 3)
    #expect(answers.map(\.isCorrect) == [true, false])
    #expect(answers.map(\.given) == ["4", "2"])
  }

  @Test("Who looks without predicting, or has nothing more to say, has nothing kept")
  func none() async throws {
    let skipped = try await predict("\n1\n")
    #expect(skipped.answers.map(\.itemID) == [Self.timeWait])
    let ended = try await predict("4\n")
    #expect(ended.answers.map(\.itemID) == [Self.rows])
    let silent = try await predict("")
    #expect(silent.answers.isEmpty)
    #expect(silent.outcome.output.contains("The kernel shows: 7 rows"))
    #expect(!silent.outcome.output.contains("You predicted"))
  }

  @Test("The other demo's prediction is kept too")
  func samePort() async throws {
    let (_, answers) = try await predict("2\n", ["demo", "same-port", "--plain"])
    #expect(answers.map(\.itemID) == ["demo-same-port-udp"])
    #expect(answers.map(\.isCorrect) == [true] && answers.map(\.topic) == ["ports"])
  }

  @Test("JSON neither asks nor keeps: there is no record at all")
  func json() async throws {
    try await withTemporaryFolder { folder in
      let program = PlainProgram(in: folder)
      let outcome = try await program.run(["demo", "tabs", "--json"], input: "4\n1\n")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: program.data))
      let settled = try outcome.objects().filter { $0["event"] as? String == "predictionSettled" }
      #expect(settled.count == 2)
      #expect(settled.allSatisfy { $0["given"] is NSNull && $0["isCorrect"] is NSNull })
    }
  }
}
