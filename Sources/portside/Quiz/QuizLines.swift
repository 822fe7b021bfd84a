import PortKnowledge
import Practice
import TerminalUI
import Tutor

/// A quiz as lines: asks, tells the result, and asks again what was not right.
struct QuizLines {
  /// How a quiz is told.
  enum Manner {
    /// With its score.
    case quiz
    /// As something to go through: less about the score than about getting to the end.
    case cram
  }

  let quiz: PlainQuiz
  let manner: Manner
  /// Reads the time.
  let clock: LearnerClock
  /// Keeps an answer of the first round with its position from 0.
  let keep: (AnswerRecord, Int) -> Void

  private var console: PlainConsole { quiz.console }

  /// Asks every question, tells the result and asks again what was not right.
  ///
  /// - Returns: The session at its end.
  func run(_ session: QuizSession) -> QuizSession {
    var session = session
    var goesOn = true
    while goesOn, !session.isScored { goesOn = askNext(in: &session) }
    session.stop()
    sayResult(of: session)
    if goesOn { askAgain(in: &session) }
    sayEnd(of: session)
    sayMissed(of: session)
    return session
  }

  // MARK: Asking

  /// Asks the current question; false where the learner stops or the input ends.
  private func askNext(in session: inout QuizSession) -> Bool {
    guard let question = session.current, let position = session.position else { return false }
    let shown = now
    console.say()
    var heading = "Question \(position + 1) of \(session.questions.count)"
    if let left = session.remainingMilliseconds(at: shown) {
      heading += ", \(QuizResult.clock(left)) left"
    }
    console.say(DisplayText(heading))
    quiz.show(question)
    guard let typed = answer(to: question) else { return false }
    let moment = clock.now()
    guard case .answer(let answer) = typed else {
      session.skip(at: moment.milliseconds)
      return true
    }
    guard let verdict = session.answer(answer, at: moment.milliseconds) else { return true }
    keep(
      PlainAnswer(
        question: question, verdict: verdict,
        durationMilliseconds: Int(max(0, moment.milliseconds - shown)), usedHint: false
      ).record(kind: .exercise, at: moment), position)
    guard case .told = session.phase else { return true }
    quiz.say(verdict, on: question)
    var goesOn = true
    if session.limitMilliseconds != nil {
      console.say()
      let typed = console.ask("The clock stands. Enter goes on, q quit:")
      goesOn = typed.map { !["q", "quit"].contains($0.lowercased()) } ?? false
    }
    session.next(at: now)
    return goesOn
  }

  /// Asks what was not right until it is.
  private func askAgain(in session: inout QuizSession) {
    session.askAgain(at: now)
    guard session.current != nil else { return }
    console.say()
    console.say(
      "Now what was not right, until it is. This changes neither the score nor your record.")
    while let question = session.current {
      console.say()
      let count = session.waiting.count
      console.say(DisplayText("Once more, \(count == 1 ? "the last one" : "\(count) to go")"))
      quiz.show(question)
      guard let typed = answer(to: question) else { return }
      if case .answer(let answer) = typed {
        if let verdict = session.answer(answer, at: now) { quiz.say(verdict, on: question) }
        session.next(at: now)
      } else {
        session.skip(at: now)
      }
    }
  }

  /// What is typed to answer a question or to skip it; nil where the learner stops.
  private func answer(to question: Question) -> PlainAnswerReader.Reading? {
    let prompt = PlainAnswerReader.prompt(for: question, offersHints: false)
    while let typed = console.ask(DisplayText(prompt)) {
      switch PlainAnswerReader(question, offersHints: false).read(typed) {
      case .hint:
        console.say(
          manner == .cram ? "There are no hints here." : "There are no hints in a quiz.", indent: 2)
      case .unclear(let advice): console.say(DisplayText(advice), indent: 2)
      case .quit: return nil
      case .skip: return .skip
      case .answer(let answer): return .answer(answer)
      }
    }
    return nil
  }

  private var now: Int64 { clock.now().milliseconds }

  // MARK: The result

  private func sayResult(of session: QuizSession) {
    let result = session.result
    console.say()
    if result.isTimeOver {
      console.say("The time is over; an answer that comes after it does not count.")
    }
    switch manner {
    case .quiz: console.say(DisplayText("Result: \(result.accuracy)."))
    case .cram:
      let over = session.items.count
      console.say(
        DisplayText(
          "Gone through: \(over) of \(result.count), \(result.right) right at the first answer."))
    }
    if !result.rest.isEmpty { console.say(DisplayText("The others: \(result.rest).")) }
    if let speed = result.speed { console.say(DisplayText(speed)) }
    let topics = result.topics
    guard topics.count > 1 else { return }
    console.say()
    let titles = topics.map { DisplayText(QuizTopic.title(of: $0.name)) }
    let width = titles.map(\.columns).max() ?? 0
    for (topic, title) in zip(topics, titles) {
      console.line(
        DisplayText("  ") + title.padded(to: width)
          + DisplayText("  \(topic.right) of \(topic.count)"))
    }
  }

  /// Says that nothing is left to be asked.
  private func sayEnd(of session: QuizSession) {
    guard session.phase == .finished else { return }
    switch manner {
    case .cram:
      console.say()
      console.say("That was everything.")
    case .quiz where !session.result.missed.isEmpty:
      console.say()
      console.say("All of these are right now.")
    case .quiz:
      break
    }
  }

  /// Lists what was not right with its answers, after the second round so that it gives none away.
  private func sayMissed(of session: QuizSession) {
    let result = session.result
    guard !result.missed.isEmpty else { return }
    console.say()
    console.say("To look at again:")
    for (number, item) in zip(1..., result.items) {
      guard item.outcome == .wrong || item.outcome == .skipped else { continue }
      console.say()
      console.say(DisplayText(item.question.prompt), label: DisplayText("\(number)  "))
      quiz.show(item.question.figure, indent: 5)
      if let given = item.verdict?.given {
        console.say(
          DisplayText("You answered \(QuizTopic.words(given, in: item.question))."), indent: 3)
      }
      for line in item.question.solution {
        console.say(DisplayText(line), indent: 3, label: "Right: ")
      }
      console.say(DisplayText(item.question.explanation), indent: 3)
    }
  }
}
