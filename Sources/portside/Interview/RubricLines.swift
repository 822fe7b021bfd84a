import Curriculum
import PortKnowledge
import Practice
import TerminalUI
import Tutor

/// Asks an interview's question as lines: the learner answers, reads the model answer and says which
/// of its points theirs had.
struct RubricLines {
  /// What became of a question.
  enum Outcome {
    /// It was answered.
    case answered(Given)
    /// It was left out.
    case skipped
    /// The learner stops, or the input has ended.
    case stopped
  }

  /// An answer.
  struct Given {
    /// What it held.
    var mark: RubricMark
    /// What was typed, where that could be graded.
    var answer: PlainAnswer?
    /// From showing the question to the answer, in milliseconds.
    let milliseconds: Int
    /// Whether the learner stops after it, or the input has ended.
    var isLast = false
  }

  let console: PlainConsole
  private let clock = ContinuousClock()

  /// Questions on a console.
  init(_ console: PlainConsole) {
    self.console = console
  }

  /// Asks a question.
  func ask(_ item: InterviewItem) -> Outcome {
    console.say()
    if let parent = item.followUpOf {
      console.say(DisplayText(parent.question), label: "Follow-up to: ")
    }
    console.say(DisplayText(item.question.question))
    console.say()
    let start = clock.now
    let prompt: DisplayText =
      item.check == nil
      ? "Type your answer, or say it and press Enter; s skip, q quit:"
      : "Type the number, or say it and press Enter; s skip, q quit:"
    guard let typed = console.ask(prompt).map(Self.trimmed) else { return .stopped }
    switch typed.lowercased() {
    case "q", "quit": return .stopped
    case "s", "skip": return .skipped
    default: break
    }
    let milliseconds = Int(start.duration(to: clock.now) / .milliseconds(1))
    console.say()
    if let check = item.check, !typed.isEmpty {
      let verdict = check.verdict(on: .text(typed))
      sayVerdict(verdict, on: item)
      let answer = PlainAnswer(
        question: check, verdict: verdict, durationMilliseconds: milliseconds, usedHint: false)
      let held = verdict.isCorrect ? Set(item.question.rubric.indices) : []
      return .answered(
        Given(
          mark: RubricMark(held: held, of: item.question.rubric.count), answer: answer,
          milliseconds: milliseconds))
    }
    sayModelAnswer(to: item)
    guard let mark = askPoints(of: item.question) else { return .stopped }
    return .answered(correct(Given(mark: mark, answer: nil, milliseconds: milliseconds)))
  }

  // MARK: What is right

  private func sayVerdict(_ verdict: Verdict, on item: InterviewItem) {
    if verdict.isCorrect {
      console.say("Right.")
    } else {
      console.say(DisplayText("Not \(verdict.given): it is \(verdict.right)."))
      for mistake in verdict.mistakes { console.say(DisplayText(mistake.text)) }
    }
    console.say(DisplayText(item.question.answer))
  }

  private func sayModelAnswer(to item: InterviewItem) {
    console.say(item.check == nil ? "A good answer:" : "It is:")
    console.say(DisplayText(item.question.answer))
    console.say()
    for (index, point) in item.question.rubric.enumerated() {
      console.say(DisplayText(point), indent: 2, label: "\(index + 1)  ")
    }
    console.line(DisplayText("  See it: \(item.question.proof.command)"))
    console.say()
  }

  // MARK: The points

  /// Asks which points the answer had; nil where the learner stops or the input ends.
  private func askPoints(of question: InterviewQuestion) -> RubricMark? {
    let count = question.rubric.count
    let example = count > 2 ? "numbers such as 1 3" : count == 2 ? "numbers such as 1 2" : "1"
    let prompt = DisplayText(
      "Which did you have? Type \(example), a for all, Enter for none; q quit:")
    while let typed = console.ask(prompt).map(Self.trimmed) {
      switch typed.lowercased() {
      case "q", "quit": return nil
      case "a", "all", "y", "yes": return RubricMark(held: Set(0..<count), of: count)
      case "", "0", "n", "no", "none": return RubricMark(held: [], of: count)
      default: break
      }
      let parts = typed.split { $0 == " " || $0 == "," }
      let numbers = parts.compactMap { Int($0) }.filter { (1...max(1, count)).contains($0) }
      if numbers.count == parts.count {
        return RubricMark(held: Set(numbers.map { $0 - 1 }), of: count)
      }
      console.say(
        count == 1
          ? "Type 1 or a where you had it, or only Enter."
          : "Type numbers from 1 to \(count), a for all, or only Enter.", indent: 2)
    }
    return nil
  }

  /// Says the grade and lets the learner correct it; what was ticked counts also where they stop.
  private func correct(_ given: Given) -> Given {
    var given = given
    let points = InterviewReport.points(given.mark.held.count, of: given.mark.count)
    console.say(DisplayText("\(points). \(RubricMark.words(for: given.mark.grade))."))
    let prompt: DisplayText =
      "Enter keeps this grade; 1 again, 2 hard, 3 good, 4 easy (known at once); q keep and quit:"
    while let typed = console.ask(prompt).map(Self.trimmed) {
      if typed.isEmpty { return given }
      if ["q", "quit"].contains(typed.lowercased()) { break }
      guard let number = Int(typed), let grade = Grade(rawValue: number) else { continue }
      given.mark.grade = grade
      return given
    }
    given.isLast = true
    return given
  }

  private static func trimmed(_ line: String) -> String {
    line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
