import PortKnowledge
import Practice
import TerminalUI

/// A quiz, its result, and what was not right once more; or the same without a score, to cram.
struct QuizScreen: ScreenModel {
  /// What is shown instead of a question.
  enum Page: Hashable {
    /// The question, or the result where none is asked.
    case quiz
    /// Whether it is to be left.
    case leaving
  }

  let plan: QuizPlan
  /// Whether everything is gone through once, and judged at once.
  let isCram: Bool
  var session: QuizSession
  var state: QuestionState?
  var page = Page.quiz
  /// Whether the result shows the right answers although they are still to be asked again.
  var showsAnswers = false
  private var scroll = ScrollPosition()
  /// When the quiz began, in milliseconds since 1970: what its rows in the log have in common.
  private let startedAt: Int64
  private var reminders = 0

  /// A quiz after a plan; `isCram` goes through everything of it once.
  init(_ plan: QuizPlan, isCram: Bool = false, in context: Context) {
    self.plan = plan
    self.isCram = isCram
    startedAt = context.moment.milliseconds
    session = QuizSession(
      questions: isCram ? plan.everything() : plan.questions(),
      limitMilliseconds: isCram ? nil : plan.limitMilliseconds,
      isToldAtOnce: isCram || plan.isToldAtOnce, at: startedAt)
    show(in: context)
  }

  /// A quiz with a seed that the moment chooses, on top of what is open, with its first effects.
  static func opened(
    _ plan: QuizPlan, isCram: Bool = false, in context: Context
  ) -> [Reaction] {
    let screen = fresh(plan, isCram: isCram, in: context)
    return [.open(screen)] + screen.opening.map(Reaction.effect)
  }

  private static func fresh(_ plan: QuizPlan, isCram: Bool, in context: Context) -> QuizScreen {
    var plan = plan
    var generator = SeededGenerator(seed: UInt64(bitPattern: context.moment.milliseconds))
    // A short number, easily typed again after `--seed`.
    plan.seed = UInt64.random(in: 1...99_999, using: &generator)
    return QuizScreen(plan, isCram: isCram, in: context)
  }

  let name = ScreenName.quiz

  let unused: Set<Action> = [.previous, .hint, .undo, .askKernel]

  var keyContext: KeyContext {
    if page == .leaving { return .quizLeaving }
    if let state { return state.keyContext }
    return session.phase == .scored && !session.result.missed.isEmpty ? .quizResult : .quizDone
  }

  func path(in context: Context) -> [DisplayText] {
    [isCram ? "Cram" : "Quiz", DisplayText(plan.title)]
  }

  func fact(in context: Context) -> DisplayText {
    guard let position = session.position else {
      let count = session.questions.count
      return count == 1 ? "1 question" : "\(count) questions"
    }
    if session.isScored { return "\(session.waiting.count) to go" }
    let place = "\(position + 1) of \(session.questions.count)"
    guard let left = session.remainingMilliseconds(at: context.moment.milliseconds) else {
      return DisplayText(place)
    }
    return DisplayText("\(place) · \(QuizResult.clock(left)) left")
  }

  // MARK: The clock

  /// What is asked when the screen opens.
  var opening: [Effect] {
    guard let left = session.remainingMilliseconds(at: startedAt) else { return [] }
    return [.remind(reminder, afterMilliseconds: Self.step(left))]
  }

  private var reminder: Reminder {
    Reminder(run: Int(truncatingIfNeeded: startedAt), number: reminders)
  }

  /// How long the clock goes on showing the same, in milliseconds.
  private static func step(_ left: Int64) -> Int { left % 1000 == 0 ? 1000 : Int(left % 1000) }

  /// Asks for the next tick, while the clock runs.
  private mutating func tick(in context: Context) -> [Reaction] {
    guard session.phase == .asking,
      let left = session.remainingMilliseconds(at: context.moment.milliseconds)
    else { return [] }
    reminders += 1
    return [.effect(.remind(reminder, afterMilliseconds: Self.step(left)))]
  }

  mutating func receive(_ message: Message, in context: Context) -> [Reaction] {
    guard case .reminded(reminder) = message else { return [] }
    _ = endInTime(in: context)
    return tick(in: context)
  }

  /// Shows the result once the time is over.
  ///
  /// - Returns: Whether it is over since now.
  private mutating func endInTime(in context: Context) -> Bool {
    let wasScored = session.isScored
    session.tick(at: context.moment.milliseconds)
    guard session.isScored, !wasScored else { return false }
    show(in: context)
    return true
  }

  // MARK: Keys

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    let now = context.moment.milliseconds
    // A key that was meant for the question does nothing to the result that takes its place.
    if endInTime(in: context) { return [] }
    if unused.contains(action) { return [] }
    if page == .leaving { return handleLeaving(action, in: context) }
    if action == .back { return leave(in: context) }
    guard var state else { return handleResult(action, in: context) }
    switch (state.verdict, action) {
    case (nil, .skip):
      session.skip(at: now)
      return askNext(in: context)
    case (nil, .pageUp), (nil, .pageDown):
      scrolled(by: action, in: context)
    case (nil, _):
      scroll.follow()
      let answer = state.handle(action)
      self.state = state
      guard let answer else { return [] }
      return take(answer, in: context)
    case (_, .forward):
      return goOn(in: context)
    case (_, .next):
      if !scroll.handle(.pageDown, of: document(in: context), rows: context.rows) {
        return goOn(in: context)
      }
    default:
      scrolled(by: action, in: context)
    }
    return []
  }

  private mutating func take(_ answer: Answer, in context: Context) -> [Reaction] {
    let isFirstRound = !session.isScored
    guard let position = session.position, var state,
      let verdict = session.answer(answer, at: context.moment.milliseconds)
    else { return [] }
    let record = context.record(of: verdict, to: state, kind: .exercise)
    switch session.phase {
    case .told, .toldAgain:
      _ = state.settle(answer)
      self.state = state
    case .asking, .askingAgain, .scored, .finished:
      show(in: context)
    }
    // The second answers are practice: the right ones were just told.
    guard isFirstRound else { return [] }
    if isCram { return [.effect(.record(record))] }
    let place = QuizPlaceRecord(
      quizStartedAt: startedAt, position: position + 1, count: session.questions.count,
      itemID: record.itemID, answeredAt: record.answeredAt)
    return [.effect(.recordInQuiz(record, place))]
  }

  /// After an answer that was judged.
  private mutating func goOn(in context: Context) -> [Reaction] {
    session.next(at: context.moment.milliseconds)
    return askNext(in: context)
  }

  /// Shows what follows: who crams sees no score before everything is right.
  private mutating func askNext(in context: Context) -> [Reaction] {
    if isCram, session.phase == .scored { session.askAgain(at: context.moment.milliseconds) }
    show(in: context)
    return tick(in: context)
  }

  private mutating func handleResult(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .next where keyContext == .quizResult:
      session.askAgain(at: context.moment.milliseconds)
      show(in: context)
    case .next:
      return [.close]
    case .toggle where keyContext == .quizResult:
      showsAnswers.toggle()
    case .forward:
      let next = Self.fresh(plan, isCram: isCram, in: context)
      return [.replace(next)] + next.opening.map(Reaction.effect)
    default:
      scrolled(by: action, in: context)
    }
    return []
  }

  // MARK: Leaving

  /// Leaves where nothing is lost, and asks before it ends a quiz.
  private mutating func leave(in context: Context) -> [Reaction] {
    guard !session.isScored, !session.items.isEmpty else { return [.close] }
    page = .leaving
    scroll = ScrollPosition()
    return []
  }

  private mutating func handleLeaving(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .back:
      return [.close]
    case .next:
      page = .quiz
      scroll = ScrollPosition()
    case .toggle:
      session.stop()
      show(in: context)
    default:
      scrolled(by: action, in: context)
    }
    return []
  }

  // MARK: Showing

  private mutating func show(in context: Context) {
    state = session.current.map {
      QuestionState($0, askedAt: context.moment.milliseconds, offersHints: false)
    }
    page = .quiz
    scroll = ScrollPosition()
  }

  private mutating func scrolled(by action: Action, in context: Context) {
    _ = scroll.handle(action, of: document(in: context), rows: context.rows)
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(in: context), in: area, scroll: scroll)
  }

  private func document(in context: Context) -> Document {
    if page == .leaving { return leaving(in: context) }
    return state?.document(columns: context.columns) ?? result(in: context)
  }
}
