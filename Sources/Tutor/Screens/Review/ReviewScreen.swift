import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// A session of reviews: what is due, the weakest first, then what is new, and at the end what was
/// gained.
struct ReviewScreen: ScreenModel {
  /// How many new cards a session meets unless it was asked for more or fewer.
  static let newLimit = 10

  /// A review of this session, so that it can be taken back.
  struct Kept: Hashable {
    var review: ReviewRecord
    var answer: AnswerRecord?
  }

  var queue: ReviewQueue<FSRS6>
  /// Where every card stood when the session began.
  let start: MemoryReplay<FSRS6>
  /// How many reviews there may be.
  let limit: Int
  /// The card that is asked or was just answered; nil at the end.
  var card: StudyCard?
  var state: QuestionState?
  /// The question of an interview on the screen; then there is no ``state``.
  var rubric: RubricState?
  /// The latest grade, while its card is on the screen.
  var grade: Grade?
  /// What the kernel says about the exercise; nil until it is asked.
  var check: KernelCheck?
  /// The reviews of this session, the latest last.
  var kept: [Kept] = []
  var scroll = ScrollPosition()

  /// A session; without a limit of new cards it meets as many as the date to be ready for asks for.
  init(newLimit: Int? = nil, limit: Int = .max, in context: Context) {
    self.init(newLimit: newLimit, limit: limit, from: context.memory, in: context)
  }

  /// A session that begins where every card stands by a replay, which may know more than what was
  /// read from the log last.
  private init(
    newLimit: Int?, limit: Int, from start: MemoryReplay<FSRS6>, in context: Context
  ) {
    self.start = start
    self.limit = limit
    let cards = context.shelf.cards
    let goal = context.goal(of: cards)
    queue = ReviewQueue(
      cards: cards, replay: start,
      newLimit: newLimit ?? max(Self.newLimit, goal?.newToday ?? 0),
      extra: goal?.placedToday ?? [])
    ask(in: context)
  }

  let name = ScreenName.review

  var keyContext: KeyContext {
    if let rubric { return rubric.keyContext }
    guard let state else { return .reviewDone }
    guard grade != nil || state.verdict != nil else { return state.keyContext }
    let isAskable = check == nil && family?.asksKernel == true
    guard grade == .good || grade == .hard else { return isAskable ? .reviewedKernel : .reviewed }
    return isAskable ? .rememberedKernel : .remembered
  }

  /// The family of the exercise on the screen; nil for any other question.
  var family: (any ExerciseFamily)? {
    exerciseID.flatMap { ExerciseCatalog.family(named: $0.family) }
  }

  var exerciseID: ExerciseID? { state.flatMap { ExerciseID($0.question.id) } }

  var unused: Set<Action> {
    rubric != nil && rubric?.demo == nil ? [.previous, .openDemo] : [.previous]
  }

  func path(in context: Context) -> [DisplayText] {
    switch card?.face {
    case .port: ["Review", "Ports"]
    case .question: ["Review", "Lessons"]
    case .interview: ["Review", "Interview"]
    case .skill(let family, _):
      ["Review", DisplayText(ExerciseCatalog.family(named: family)?.title ?? family)]
    case nil: ["Portside", "Review"]
    }
  }

  func fact(in context: Context) -> DisplayText {
    guard card != nil else { return Self.reviews(queue.gain.reviews) }
    let due = queue.due(at: context.seconds, today: context.today).count
    let left = min(due, limit - queue.gain.reviews)
    return grade == nil ? "\(max(1, left)) left" : "\(left) left"
  }

  static func reviews(_ count: Int) -> DisplayText {
    count == 1 ? "1 review" : "\(count) reviews"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .back: return [.close]
    case .undo: return undo(in: context)
    case .askKernel: return askKernel()
    default: break
    }
    if let rubric, let card { return judge(rubric, of: card, by: action, in: context) }
    guard var state, let card else {
      if action == .next { return [.close] }
      if action == .forward { return moreNew(in: context) }
      scrolled(by: action, in: context)
      return []
    }
    switch (state.verdict, action) {
    case (nil, .skip):
      queue.skip(card)
      ask(in: context)
    case (nil, .pageUp), (nil, .pageDown):
      scrolled(by: action, in: context)
    case (nil, _):
      scroll.follow()
      let answer = state.handle(action)
      defer { self.state = state }
      guard let answer else { return [] }
      let verdict = state.settle(answer)
      let kind: AnswerRecord.Kind = if case .question = card.face { .lesson } else { .exercise }
      let record = context.record(of: verdict, to: state, kind: kind)
      let grade: Grade = !verdict.isCorrect ? .again : state.hintsShown > 0 ? .hard : .good
      return keep(grade, of: card, answer: record, shownAt: state.askedAt, in: context)
    case (_, .easier):
      return makeEasy(in: context)
    case (_, .forward):
      ask(in: context)
    case (_, .next):
      if !scroll.handle(.pageDown, of: document(in: context), rows: context.rows) {
        ask(in: context)
      }
    default:
      scrolled(by: action, in: context)
    }
    return []
  }

  mutating func ask(in context: Context) {
    card =
      queue.gain.reviews < limit ? queue.next(at: context.seconds, today: context.today) : nil
    show(in: context)
  }

  /// Shows the card anew.
  private mutating func show(in context: Context) {
    rubric = nil
    if case .interview(let id)? = card?.face, let question = context.catalog.bank.question(id) {
      rubric = RubricState(question, askedAt: context.moment.milliseconds)
    }
    // The next row is another one each time, and so is the exercise.
    let seed = UInt64(bitPattern: (queue.replay.lastRow ?? 0) &+ 1)
    state = card?.question(seed: seed)
      .map { QuestionState($0, askedAt: context.moment.milliseconds) }
    grade = nil
    check = nil
    scroll = ScrollPosition()
  }

  mutating func scrolled(by action: Action, in context: Context) {
    _ = scroll.handle(action, of: document(in: context), rows: context.rows)
  }

  // MARK: Keeping

  mutating func keep(
    _ grade: Grade, of card: StudyCard, answer: AnswerRecord?, shownAt: Int64, in context: Context
  ) -> [Reaction] {
    let review = context.review(of: card, grade: grade, shownAt: shownAt)
    queue.add(review.review(row: (queue.replay.lastRow ?? 0) + 1), of: card)
    kept.append(Kept(review: review, answer: answer))
    self.grade = grade
    return [.effect(.review(review, answer))]
  }

  /// Counts what was remembered as easy, because the learner says so.
  private mutating func makeEasy(in context: Context) -> [Reaction] {
    guard grade == .good || grade == .hard, let last = kept.popLast(), let card else { return [] }
    _ = queue.undo()
    var easy = last.review
    easy.grade = .easy
    // A later moment: a log names what is taken back by its card and moment.
    easy.reviewedAt = max(easy.reviewedAt &+ 1, context.moment.milliseconds)
    queue.add(easy.review(row: (queue.replay.lastRow ?? 0) + 1), of: card)
    kept.append(Kept(review: easy, answer: last.answer))
    grade = .easy
    return [.effect(.takeBack(last.review, nil)), .effect(.review(easy, nil))]
  }

  /// Takes the latest review back and asks its card again.
  private mutating func undo(in context: Context) -> [Reaction] {
    guard let last = kept.popLast() else { return [] }
    card = queue.undo()
    show(in: context)
    return [.effect(.takeBack(last.review, last.answer))]
  }

  private mutating func moreNew(in context: Context) -> [Reaction] {
    self = ReviewScreen(
      newLimit: Self.newLimit, limit: .max, from: queue.replay, in: context)
    return []
  }

  // MARK: The kernel

  private mutating func askKernel() -> [Reaction] {
    guard check == nil, state?.verdict != nil, let id = exerciseID, family?.asksKernel == true
    else { return [] }
    scroll.follow()
    check = .asking
    return [.effect(.askKernel(id))]
  }

  /// Takes what the kernel said; where it disagrees with the exercise the review does not count.
  mutating func receive(_ message: Message, in context: Context) -> [Reaction] {
    guard case .kernelAnswered(let id, let report) = message, id == exerciseID, check == .asking
    else { return [] }
    check = .answered(report)
    scroll.follow()
    guard check?.isDisagreement == true, let last = kept.popLast() else { return [] }
    // The review is gone, so there is nothing left that could count as easy.
    grade = nil
    _ = queue.undo()
    if let card { queue.skip(card) }
    return [.effect(.takeBack(last.review, last.answer))]
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(in: context), in: area, scroll: scroll)
  }
}

// MARK: Questions of an interview

extension ReviewScreen {
  /// Hands an action to a question of an interview; once its points are ticked, the review is kept
  /// and the next card asked.
  private mutating func judge(
    _ state: RubricState, of card: StudyCard, by action: Action, in context: Context
  ) -> [Reaction] {
    var state = state
    switch action {
    case .skip where !state.isRevealed:
      queue.skip(card)
      ask(in: context)
    case .pageUp, .pageDown, .top, .bottom, .scroll:
      scrolled(by: action, in: context)
    case .up where !state.isRevealed, .down where !state.isRevealed:
      scrolled(by: action, in: context)
    case .openDemo where state.isRevealed:
      guard let demo = state.demo.flatMap({ context.catalog.demo($0) }) else { return [] }
      let screen = DemoScreen(demo, in: context)
      return [.open(screen)] + screen.opening.map { .effect($0) }
    default:
      scroll.follow()
      let mark = state.handle(action)
      rubric = state
      guard let mark else { return [] }
      let kept = keep(
        mark.grade, of: card, answer: nil, shownAt: state.askedAt, in: context)
      ask(in: context)
      return kept
    }
    return []
  }
}
