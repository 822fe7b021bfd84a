import PortKnowledge
import Practice
import TerminalUI

/// Asks the questions of a session as lines and says what is right, and why.
struct PlainQuiz {
  let console: PlainConsole
  private let clock = ContinuousClock()

  /// A quiz on a console.
  init(_ console: PlainConsole) {
    self.console = console
  }

  /// Asks every question of a session, until it is finished or the input ends.
  ///
  /// - Parameters:
  ///   - session: The questions.
  ///   - kernel: Puts an exercise to the kernel once it is answered; nil where that is not wanted or
  ///     nothing is to be asked.
  ///   - onAnswer: Takes each answer as soon as it is given. Skipped questions have none, nor those that
  ///     the kernel decides otherwise.
  /// - Returns: The session with its score.
  @discardableResult
  func run(
    _ session: PracticeSession, kernel: (Question) -> ExperimentReport? = { _ in nil },
    onAnswer: (PlainAnswer) -> Void = { _ in }
  ) -> PracticeSession {
    var session = session
    while let question = session.current {
      console.say()
      console.say("Question \(session.position + 1) of \(session.questions.count)")
      show(question)
      guard ask(question, in: &session, kernel: kernel, onAnswer: onAnswer) else { break }
    }
    if !session.questions.isEmpty { sayScore(of: session) }
    return session
  }

  // MARK: Asking

  func show(_ question: Question) {
    console.say()
    console.say(DisplayText(question.prompt))
    if !question.figure.isEmpty { console.say() }
    show(question.figure, indent: 4)
    if case .entry = question.kind {} else { console.say() }
    listAnswers(to: question)
    console.say()
  }

  func show(_ figure: [MarkedText], indent: Int) {
    for line in figure {
      console.line(DisplayText(String(repeating: " ", count: indent) + line.text))
    }
  }

  /// Asks until there is an answer or the question is skipped; false where the input ends.
  func ask(
    _ question: Question, in session: inout PracticeSession,
    kernel: (Question) -> ExperimentReport? = { _ in nil }, onAnswer: (PlainAnswer) -> Void
  ) -> Bool {
    let start = clock.now
    while let typed = console.ask(DisplayText(PlainAnswerReader.prompt(for: question))) {
      switch PlainAnswerReader(question).read(typed) {
      case .hint:
        console.say(DisplayText(session.takeHint() ?? "There are no more hints."), indent: 2)
      case .skip:
        session.skip()
        return true
      case .quit:
        return false
      case .unclear(let advice):
        console.say(DisplayText(advice), indent: 2)
      case .answer(let answer):
        let usedHint = session.hintCount > 0
        guard let verdict = session.answer(answer) else { return false }
        let duration = start.duration(to: clock.now)
        let report = kernel(question)
        if report?.disagreements.isEmpty == false { session.withdrawAnswer() }
        let counts = report?.disagreements.isEmpty ?? true
        let given = PlainAnswer(
          question: question, verdict: verdict,
          durationMilliseconds: Int(duration / .milliseconds(1)), usedHint: usedHint)
        if counts { onAnswer(given) }
        say(verdict, on: question)
        if let report {
          console.say()
          tell(report)
          if !counts { console.say("This answer does not count.") }
        }
        session.next()
        return true
      }
    }
    return false
  }

  // MARK: Saying what is right

  func say(_ verdict: Verdict, on question: Question) {
    console.say()
    if verdict.isCorrect {
      console.say("Right.")
    } else {
      sayRight(verdict, on: question)
    }
    var shown: Set<[MarkedText]> = []
    for remark in verdict.mistakes { say(remark, except: &shown) }
    console.say(DisplayText(verdict.explanation))
    guard !verdict.others.isEmpty else { return }
    console.say()
    console.say("Why not the others:")
    for remark in verdict.others { say(remark, except: &shown) }
  }

  /// Says a remark, with its figure unless another remark has shown the same one.
  private func say(_ remark: Verdict.Remark, except shown: inout Set<[MarkedText]>) {
    console.say(DisplayText(remark.text), indent: 2, label: DisplayText(remark.label) + "  ")
    if shown.insert(remark.figure).inserted { show(remark.figure, indent: 5) }
  }

  private func sayScore(of session: PracticeSession) {
    let score = session.score
    console.say()
    var text =
      score.answered == 0
      ? "Score: nothing answered" : "Score: \(score.correct) of \(score.answered) right"
    if score.correct > score.correctWithoutHint {
      text += ", \(score.correctWithoutHint) of them without a hint"
    }
    if score.skipped > 0 { text += ", \(score.skipped) skipped" }
    let left = session.questions.count - session.results.count
    if left > 0 { text += ", \(left) not asked" }
    console.say(DisplayText(text + "."))
  }
}
