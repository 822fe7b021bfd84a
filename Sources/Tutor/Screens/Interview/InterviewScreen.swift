import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// A mock interview: one open question after the other, until the time is over.
struct InterviewScreen: ScreenModel {
  /// What the interview is about.
  enum Subject: Hashable {
    /// Everything that a plan asks for, within its time.
    case interview(InterviewPlan)
    /// One question and its follow-ups.
    case question(InterviewQuestion)
    /// "What port does X use?", five times.
    case ports
  }

  let subject: Subject
  private(set) var session: InterviewSession
  private(set) var state: RubricState?
  private var scroll = ScrollPosition()
  /// When the interview began, in milliseconds since 1970: tells its reminders from others.
  private let startedAt: Int64
  private var reminders = 0

  init(_ subject: Subject, in context: Context) {
    self.subject = subject
    startedAt = context.moment.milliseconds
    let recall = context.memory.recalls(on: context.today)
    let bank = context.catalog.bank
    session =
      switch subject {
      case .interview(let plan):
        InterviewSession(plan, bank: bank, recall: recall, at: startedAt)
      case .question(let question):
        InterviewSession(
          asking: question, bank: bank, recall: recall, seed: Self.seed(from: context))
      case .ports:
        InterviewSession(
          askingPorts: InterviewSession.portCount, recall: recall, seed: Self.seed(from: context))
      }
    show(in: context)
  }

  /// An interview on top of what is open, with its first effects.
  static func opened(_ subject: Subject, in context: Context) -> [Reaction] {
    let screen = InterviewScreen(subject, in: context)
    return [.open(screen)] + screen.opening.map(Reaction.effect)
  }

  /// A short number, easily typed again after `--seed`.
  static func seed(from context: Context) -> UInt64 {
    var generator = SeededGenerator(seed: UInt64(bitPattern: context.moment.milliseconds))
    return UInt64.random(in: 1...99_999, using: &generator)
  }

  let name = ScreenName.interview

  var keyContext: KeyContext { state?.keyContext ?? .spoken }

  var unused: Set<Action> { state?.unused ?? [] }

  func path(in context: Context) -> [DisplayText] {
    switch subject {
    case .interview: ["Portside", "Interview"]
    case .question: ["Interview", "One question"]
    case .ports: ["Interview", "What port does X use?"]
    }
  }

  func fact(in context: Context) -> DisplayText {
    let number = session.results.count + 1
    guard let left = session.millisecondsLeft(at: context.moment.milliseconds) else {
      return subject == .ports ? "\(number) of \(InterviewSession.portCount)" : "question \(number)"
    }
    if left == 0 { return "time is over: last question" }
    let minutes = (left + 59_999) / 60_000
    return "question \(number) · \(minutes) min left"
  }

  // MARK: The clock

  /// What is asked when the screen opens.
  var opening: [Effect] {
    guard let left = session.millisecondsLeft(at: startedAt), left > 0 else { return [] }
    return [.remind(reminder, afterMilliseconds: Self.step(left))]
  }

  private var reminder: Reminder {
    Reminder(run: Int(truncatingIfNeeded: startedAt), number: reminders)
  }

  /// How long the header goes on showing the same, in milliseconds: it counts whole minutes.
  private static func step(_ left: Int64) -> Int {
    left % 60_000 == 0 ? 60_000 : Int(left % 60_000)
  }

  mutating func receive(_ message: Message, in context: Context) -> [Reaction] {
    guard case .reminded(reminder) = message,
      let left = session.millisecondsLeft(at: context.moment.milliseconds), left > 0
    else { return [] }
    reminders += 1
    return [.effect(.remind(reminder, afterMilliseconds: Self.step(left)))]
  }

  // MARK: Keys

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    guard var state else { return [.close] }
    switch action {
    case .back:
      session.end()
      return finish(in: context)
    case .skip where !state.isRevealed:
      session.skip(at: context.moment.milliseconds)
      return goOn(in: context)
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
      self.state = state
      guard let mark else { return [] }
      let kept = keep(mark, of: state, in: context)
      session.answer(mark, at: context.moment.milliseconds)
      return kept + goOn(in: context)
    }
    return []
  }

  /// A review for the log, and where a typed answer could be graded, the answer.
  private func keep(_ mark: RubricMark, of state: RubricState, in context: Context) -> [Reaction] {
    [.effect(context.review(of: state, mark: mark))]
  }

  private mutating func goOn(in context: Context) -> [Reaction] {
    show(in: context)
    return state == nil ? finish(in: context) : []
  }

  /// Shows the result; where nothing was asked there is none.
  private func finish(in context: Context) -> [Reaction] {
    guard session.results.contains(where: { $0.mark != nil }) else { return [.close] }
    return [.replace(InterviewResultScreen(subject, results: session.results, in: context))]
  }

  private mutating func show(in context: Context) {
    state = session.current.map { RubricState($0, askedAt: context.moment.milliseconds) }
    scroll = ScrollPosition()
  }

  private mutating func scrolled(by action: Action, in context: Context) {
    guard let state else { return }
    _ = scroll.handle(
      action, of: state.document(columns: context.columns), rows: context.rows)
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    guard let state else { return }
    frame.draw(state.document(columns: area.columns), in: area, scroll: scroll)
  }
}
