import Curriculum
import PortKnowledge
import TerminalUI
import Testing

@testable import portside

@Suite("A lesson read as lines")
struct LessonReadingTests {
  private static func question(_ id: String) -> LessonBlock {
    .question(
      Question(
        id: id, topic: "ports", prompt: "?", kind: .entry(.init(accepted: ["1"])),
        explanation: "Because."))
  }

  private static let lesson = Lesson(
    id: "sample", number: 7, title: "A sample", question: "Why?", minutes: 5,
    sections: [
      LessonSection(title: "One", blocks: [.paragraph([.text("Text.")]), question("q1")]),
      LessonSection(title: "Two", blocks: [.demo(id: "tabs"), question("q2")]),
    ],
    interview: "Say this.", summary: ["Short."], sources: ["RFC 9293"])

  /// Reads the lesson with these replies.
  private func read(_ replies: [LessonReply]) -> (LessonReading.Outcome, [String]) {
    var lines: [String] = []
    var rest = replies[...]
    let reading = LessonReading(
      text: LessonText(),
      demos: [DemoSummary(id: "tabs", title: "Three tabs", teaches: "", stepCount: 1)],
      write: { lines.append($0.string) },
      ask: {
        lines.append("ask \($0.id)")
        return rest.popFirst() ?? .ended
      })
    let outcome = reading.run(Self.lesson)
    return (outcome, lines)
  }

  @Test("asks its questions in place and ends with summary, interview, sources and score")
  func whole() {
    let (outcome, lines) = read([.answered(isRight: true), .answered(isRight: false)])
    #expect(outcome == .init(right: 1, answered: 2, isFinished: true))
    #expect(
      lines == [
        "Lesson 7: A sample, about 5 minutes", "", "Why?", "", "1 of 2: One", "", "Text.",
        "ask q1", "", "2 of 2: Two", "", "Demo: Three tabs. Run it with:",
        "    portside demo tabs --plain", "ask q2", "", "In short", "", "- Short.", "",
        "In an interview", "", "Say this.", "", "Sources", "", "- RFC 9293", "",
        "Lesson 7 is done: 1 of 2 questions right.",
      ])
  }

  @Test("goes on after a question that was skipped")
  func skipped() {
    let (outcome, lines) = read([.skipped, .answered(isRight: true)])
    #expect(outcome == .init(right: 1, answered: 1, skipped: 1, isFinished: true))
    #expect(lines.last == "Lesson 7 is done: 1 of 1 question right, 1 skipped.")
  }

  @Test("stops with the score where the input ends")
  func ended() {
    let (outcome, lines) = read([.answered(isRight: true), .ended])
    #expect(outcome == .init(right: 1, answered: 1, isFinished: false))
    #expect(lines.suffix(3) == ["ask q2", "", "Stopped before the end: 1 of 1 question right."])
    let (nothing, first) = read([])
    #expect(nothing == .init())
    #expect(first.last == "Stopped before the end.")
  }
}
