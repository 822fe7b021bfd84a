import PortKnowledge
import Practice
import TerminalUI

/// A round of ten exercises, and the next ten after it.
struct PracticeRoundScreen: ScreenModel {
  /// How many exercises a round has.
  static let length = 10

  private let families: [any ExerciseFamily]
  let level: ExerciseLevel
  /// The round's seed, shown so that the round can be repeated.
  let seed: UInt64
  var session: PracticeSession
  var state: QuestionState?
  /// What the kernel says about the exercise; nil until it is asked.
  var check: KernelCheck?
  /// The answers as they were kept, in the order of the session's results; nil for one that was not.
  var kept: [AnswerRecord?] = []
  var scroll = ScrollPosition()

  /// A round over the families with these ids, over all of them where there are none; without a
  /// seed the moment chooses one.
  init(families ids: [String], seed: UInt64?, level: ExerciseLevel, in context: Context) {
    let chosen = ids.compactMap { ExerciseCatalog.family(named: $0) }
    let families = chosen.isEmpty ? ExerciseCatalog.families : chosen
    self.init(drilling: families, seed: seed, level: level, in: context)
  }

  /// A round over given families.
  init(
    drilling families: [any ExerciseFamily], seed: UInt64?, level: ExerciseLevel,
    in context: Context
  ) {
    self.families = families
    self.level = level
    self.seed = seed ?? Self.seed(from: context)
    session = PracticeSession(
      families: families, level: level, seed: self.seed, count: Self.length)
    ask(in: context)
  }

  /// A short number, easily typed again after `--seed`.
  private static func seed(from context: Context) -> UInt64 {
    var generator = SeededGenerator(seed: UInt64(bitPattern: context.moment.milliseconds))
    return UInt64.random(in: 1...99_999, using: &generator)
  }

  let name = ScreenName.round

  var keyContext: KeyContext {
    guard let state else { return .roundDone }
    let isAskable = state.verdict != nil && check == nil && family?.asksKernel == true
    return isAskable ? .answeredKernel : state.keyContext
  }

  /// The family of the exercise on the screen.
  var family: (any ExerciseFamily)? {
    exerciseID.flatMap { ExerciseCatalog.family(named: $0.family) }
  }

  var exerciseID: ExerciseID? { state.flatMap { ExerciseID($0.question.id) } }

  let unused: Set<Action> = [.previous]

  func path(in context: Context) -> [DisplayText] {
    guard families.count == 1, let family = families.first else {
      return ["Practice", "Everything"]
    }
    return ["Practice", DisplayText(family.title)]
  }

  func fact(in context: Context) -> DisplayText {
    session.isFinished
      ? "\(session.score.correct) of \(session.score.answered) right"
      : "\(session.position + 1) of \(session.questions.count)"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if action == .back { return [.close] }
    guard var state else {
      if action == .next { again(in: context) } else { scrolled(by: action, in: context) }
      return []
    }
    switch (state.verdict, action) {
    case (_, .askKernel):
      return askKernel()
    case (_, .undo):
      return undo(in: context)
    case (nil, .skip):
      session.skip()
      kept.append(nil)
      ask(in: context)
    case (nil, .pageUp), (nil, .pageDown):
      scrolled(by: action, in: context)
    case (nil, _):
      if action == .hint { session.takeHint() }
      scroll.follow()
      let answer = state.handle(action)
      defer { self.state = state }
      guard let answer else { return [] }
      session.answer(answer)
      let record = context.record(of: state.settle(answer), to: state, kind: .exercise)
      kept.append(record)
      return [.effect(.record(record))]
    case (_, .forward):
      session.next()
      ask(in: context)
    case (_, .next):
      let document = document(columns: context.columns)
      if !scroll.handle(.pageDown, of: document, rows: context.rows) {
        session.next()
        ask(in: context)
      }
    default:
      scrolled(by: action, in: context)
    }
    return []
  }

  private mutating func ask(in context: Context) {
    state = session.current.map { QuestionState($0, askedAt: context.moment.milliseconds) }
    check = nil
    scroll = ScrollPosition()
  }

  /// Goes back to the question before, or the one just answered, and asks it again.
  private mutating func undo(in context: Context) -> [Reaction] {
    guard session.takeBack() else { return [] }
    let record = kept.popLast() ?? nil
    ask(in: context)
    return record.map { [.effect(.withdraw(WithdrawalRecord(of: $0)))] } ?? []
  }

  private mutating func again(in context: Context) {
    self = PracticeRoundScreen(drilling: families, seed: nil, level: level, in: context)
  }

  private mutating func scrolled(by action: Action, in context: Context) {
    _ = scroll.handle(action, of: document(columns: context.columns), rows: context.rows)
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(columns: area.columns), in: area, scroll: scroll)
  }

  private func document(columns: Int) -> Document {
    if let state {
      var document = state.document(columns: columns)
      guard let check else { return document }
      document.space()
      let start = document.lines.count
      document.append(check.document(columns: columns, exercise: state.question.id))
      document.anchor = start
      return document
    }
    var document = Document(columns: columns)
    let score = session.score
    document.paragraph("The round is over", style: .accent)
    document.space()
    var line = StyledLine(
      DisplayText("\(score.correct) of \(score.answered) right"), .strong)
    if score.skipped > 0 { line.append(DisplayText(", \(score.skipped) skipped")) }
    let hinted = score.correct - score.correctWithoutHint
    if hinted > 0 { line.append(DisplayText(", \(hinted) of the right ones with a hint")) }
    document.paragraph(line)
    document.space()
    if session.mistakes.isEmpty {
      document.paragraph(score.answered > 0 ? "Nothing to look at again." : "Nothing was answered.")
    } else {
      document.paragraph("To look at again:")
      document.space()
    }
    for mistake in session.mistakes {
      document.paragraph(
        StyledLine("✗ ", Style(.bad)) + StyledLine(DisplayText(mistake.question.prompt)),
        hanging: 2)
      document.figure(mistake.question.figure, indent: 4)
      document.paragraph(mistake.question.explanation, style: .dim, indent: 2)
      document.space()
    }
    document.space()
    document.paragraph(
      "These ten again: portside practice --level \(level.rawValue) --seed \(seed)"
        + (families.count == 1 ? " \(families[0].id)" : ""), style: .dim)
    return document
  }
}
