import Foundation
import Glibc
import PortKnowledge
import Practice
import TestSupport
import Testing
import Tutor

@testable import portside

@Suite("A demo told as lines")
struct DemoLinesTests {
  private static let summary = DemoSummary(
    id: "d", title: "A demo", teaches: "Something.", stepCount: 1)

  /// Its rule says that the first option is right.
  private static let question = Question(
    id: "q", topic: "tuples", prompt: "Which?",
    kind: .chooseOne([
      Question.Option("A", isRight: true, explanation: "Because."),
      Question.Option("B", isRight: false, explanation: "Not this."),
    ]),
    explanation: "A is it.")

  /// Tells a question and its outcome to somebody who types a text; what is handed on, and what
  /// was said.
  private func predictions(
    typing input: String, isCorrect: Bool?, settledID: String = "q", asks: Bool = true
  ) throws -> (kept: [PlainAnswer], said: String) {
    try withTemporaryFolder { folder in
      let from = open(try folder.write(input, to: "input"), O_RDONLY | O_CLOEXEC)
      let to = open(try folder.write("", to: "output"), O_WRONLY | O_CLOEXEC)
      defer {
        close(from)
        close(to)
      }
      let console = PlainConsole(isUTF8: true, input: from, output: to, messages: to)
      var kept: [PlainAnswer] = []
      var teller = DemoLines(Self.summary, on: console, waits: false, asks: asks) {
        kept.append($0)
      }
      _ = teller.tell(.questionAsked(Self.question))
      let outcome = PredictionOutcome(
        questionID: settledID, given: "A", measured: "B", isCorrect: isCorrect,
        explanation: "This machine is different.")
      _ = teller.tell(.predictionSettled(outcome))
      // A second word of the kernel does not count the prediction again.
      _ = teller.tell(.predictionSettled(outcome))
      return (kept, try String(contentsOfFile: folder.file("output"), encoding: .utf8))
    }
  }

  @Test(
    "The kernel decides whether a prediction is right, and not the rule", arguments: [true, false])
  func kernelDecides(isCorrect: Bool) throws {
    for (input, given) in [("1\n", "1"), ("2\n", "2")] {
      let kept = try predictions(typing: input, isCorrect: isCorrect).kept
      #expect(kept.map(\.verdict.isCorrect) == [isCorrect])
      #expect(kept.map(\.verdict.given) == [given])
    }
  }

  @Test("A prediction that the kernel does not settle is not kept")
  func unsettled() throws {
    #expect(try predictions(typing: "1\n", isCorrect: nil).kept.isEmpty)
    #expect(try predictions(typing: "1\n", isCorrect: true, settledID: "other").kept.isEmpty)
    #expect(try predictions(typing: "\n", isCorrect: true).kept.isEmpty)
  }

  @Test("Where nothing is asked, nothing is read and nothing is kept")
  func silent() throws {
    let (kept, said) = try predictions(typing: "1\n", isCorrect: true, asks: false)
    #expect(kept.isEmpty)
    #expect(said.contains("Predict: Which?") && !said.contains("Type a number"))
  }

  @Test("A prediction is kept with everything that is known of it")
  func record() throws {
    let answer = PlainAnswer(
      question: Self.question, verdict: Self.question.verdict(on: .choice(1)),
      durationMilliseconds: 1234, usedHint: false)
    let moment = Moment(milliseconds: 1_700_000_000_000, zoneOffset: 3600)
    #expect(
      answer.record(kind: .prediction, at: moment)
        == AnswerRecord(
          itemID: "q", topic: "tuples", kind: .prediction, isCorrect: false, given: "2",
          durationMilliseconds: 1234, usedHint: false, answeredAt: 1_700_000_000_000,
          zoneOffset: 3600))
  }
}
