import Curriculum
import PortKnowledge
import TerminalUI

/// The choices before a mock interview, and the two questions that every interview asks.
struct InterviewStartScreen: ScreenModel {
  /// A line of the menu.
  enum Row: CaseIterable {
    case minutes
    case level
    case topic
    case port
    case onePort
  }

  static let minutes = [10, 20, 30, 45]

  private var position = ListPosition()
  private var minutes = 1
  private var level = InterviewLevel.mixed
  /// The place of the topic among those of the bank, from 1; 0 for all of them.
  private var topic = 0

  init() {}

  let name = ScreenName.interview
  let keyContext = KeyContext.interviewMenu

  private var row: Row { Row.allCases[position.selected] }

  func path(in context: Context) -> [DisplayText] { ["Portside", "Interview"] }

  func fact(in context: Context) -> DisplayText {
    "\(context.catalog.bank.interview.count) questions"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .back: return [.close]
    case .confirm: return start(in: context)
    case .right: change(by: 1, in: context)
    case .left: change(by: -1, in: context)
    case .choose(let index):
      let wasHere = position.selected == index
      _ = position.handle(action, count: Row.allCases.count, rows: Row.allCases.count)
      if row == .port || row == .onePort { return start(in: context) }
      if wasHere { change(by: 1, in: context) }
    default:
      _ = position.handle(action, count: Row.allCases.count, rows: Row.allCases.count)
    }
    return []
  }

  private func start(in context: Context) -> [Reaction] {
    switch row {
    case .minutes, .level, .topic:
      let plan = InterviewPlan(
        minutes: Self.minutes[minutes], level: level,
        topics: chosenTopic(in: context).map { [$0] } ?? [],
        seed: InterviewScreen.seed(from: context))
      return InterviewScreen.opened(.interview(plan), in: context)
    case .port:
      return InterviewScreen.opened(.ports, in: context)
    case .onePort:
      guard let question = context.catalog.bank.question(InterviewItem.onePortID) else { return [] }
      return InterviewScreen.opened(.question(question), in: context)
    }
  }

  private mutating func change(by step: Int, in context: Context) {
    func turned(_ value: Int, _ count: Int) -> Int { (value + step + count) % count }
    switch row {
    case .minutes: minutes = turned(minutes, Self.minutes.count)
    case .level:
      let levels = InterviewLevel.allCases
      level = levels[turned(levels.firstIndex(of: level) ?? 0, levels.count)]
    case .topic:
      topic = turned(min(topic, topics(in: context).count), topics(in: context).count + 1)
    case .port, .onePort: break
    }
  }

  /// The topics of the bank, in the order in which it meets them.
  private func topics(in context: Context) -> [String] {
    context.catalog.bank.interview.reduce(into: []) { topics, question in
      if !topics.contains(question.topic) { topics.append(question.topic) }
    }
  }

  /// The chosen topic; the lessons may have changed since it was chosen.
  private func chosenTopic(in context: Context) -> String? {
    let topics = topics(in: context)
    return topics.indices.contains(topic - 1) ? topics[topic - 1] : nil
  }

  // MARK: Drawing

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    var line = area.row + 1
    for (index, row) in Row.allCases.enumerated() {
      if row == .port {
        frame.canvas.write(
          "Always asked; here at once:", column: area.column + 3, row: line + 1,
          style: .dim, limit: area.endColumn)
        line += 2
      }
      draw(row, at: line, isHere: index == position.selected, into: &frame, area: area, in: context)
      let rect = Rect(column: area.column, row: line, columns: area.columns, rows: 1)
      frame.targets.append(Frame.Target(rect: rect, action: .choose(index)))
      line += 1
    }
    let below = Rect(
      column: area.column + 3, row: line + 1, columns: area.columns - 3,
      rows: max(0, area.endRow - line - 1))
    var document = Document(columns: below.columns)
    document.paragraph(explanation(in: context), style: .dim)
    frame.draw(document, in: below, scroll: ScrollPosition())
  }

  private func draw(
    _ row: Row, at line: Int, isHere: Bool, into frame: inout Frame, area: Rect,
    in context: Context
  ) {
    let start = area.column + 1
    if isHere { frame.canvas.write("▸", column: start, row: line, style: .accent) }
    frame.canvas.write(
      Self.title(of: row), column: start + 2, row: line, style: isHere ? .accent : .strong,
      limit: area.endColumn)
    guard let value = value(of: row, in: context) else { return }
    let shown: DisplayText = isHere ? "‹ \(value) ›" : "  \(value)"
    frame.canvas.write(
      shown.truncated(to: area.endColumn - start - 12), column: start + 12, row: line,
      style: isHere ? .accent : .text)
  }

  private static func title(of row: Row) -> DisplayText {
    switch row {
    case .minutes: "Minutes"
    case .level: "Level"
    case .topic: "About"
    case .port: "What port does X use?"
    case .onePort: "How does one port serve thousands of clients?"
    }
  }

  private func value(of row: Row, in context: Context) -> String? {
    switch row {
    case .minutes: "\(Self.minutes[minutes])"
    case .level: level.rawValue
    case .topic: chosenTopic(in: context).map(InterviewReport.title(ofTopic:)) ?? "every topic"
    case .port, .onePort: nil
    }
  }

  /// What the chosen line means.
  private func explanation(in context: Context) -> String {
    switch row {
    case .minutes:
      "You are asked open questions. Say the answer aloud or type it, compare it with the model "
        + "answer, and tick the points you had. Follow-up questions come as in a real interview."
    case .level:
      switch level {
      case .basic: "What everybody is asked."
      case .core: "What those are asked who work with networks."
      case .deep: "What those are asked who say that they know it well."
      case .mixed: "Basic, core and deep questions take turns."
      }
    case .topic: "New subjects come from this topic; follow-up questions may lead elsewhere."
    case .port:
      "\(InterviewSession.portCount) services, one after the other, those first that you forget."
    case .onePort: "The question and its follow-ups, without a clock."
    }
  }
}
