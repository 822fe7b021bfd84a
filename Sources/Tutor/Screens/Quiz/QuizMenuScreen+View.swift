import Curriculum
import PortKnowledge
import Practice
import TerminalUI

extension QuizMenuScreen {
  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    for (index, row) in Row.allCases.enumerated() {
      let isHere = index == position.selected
      let line = area.row + 1 + index
      let start = area.column + 1
      if isHere { frame.canvas.write("▸", column: start, row: line, style: .accent) }
      frame.canvas.write(
        Self.title(of: row), column: start + 2, row: line, style: isHere ? .accent : .strong)
      let isIdle = row == .tier && !asksTiers(in: context)
      let value = DisplayText(value(of: row, in: context))
      let shown: DisplayText = isHere && !isIdle ? "‹ \(value.string) ›" : "  \(value.string)"
      frame.canvas.write(
        shown.truncated(to: area.endColumn - start - 14), column: start + 14, row: line,
        style: isIdle ? .dim : isHere ? .accent : .text)
      let rect = Rect(column: area.column, row: line, columns: area.columns, rows: 1)
      frame.targets.append(Frame.Target(rect: rect, action: .choose(index)))
    }
    let below = Rect(
      column: area.column + 3, row: area.row + Row.allCases.count + 2,
      columns: area.columns - 3, rows: area.rows - Row.allCases.count - 2)
    var document = Document(columns: below.columns)
    document.paragraph(explanation(in: context), style: .dim)
    frame.draw(document, in: below, scroll: ScrollPosition())
  }

  private static func title(of row: Row) -> DisplayText {
    switch row {
    case .subject: "About"
    case .tier: "Ports"
    case .level: "Level"
    case .count: "Questions"
    case .time: "Time"
    case .telling: "Judged"
    }
  }

  private func value(of row: Row, in context: Context) -> String {
    switch row {
    case .subject: Self.title(of: chosen(in: context))
    case .tier: asksTiers(in: context) ? Self.title(of: Self.tiers[tier]) : "–"
    case .level: level.name
    case .count: "\(Self.counts[count])"
    case .time: isTimed ? "\(QuizPlan.secondsPerQuestion) s a question" : "no limit"
    case .telling: isToldAtOnce ? "after each answer" : "at the end"
    }
  }

  private static func title(of subject: Subject) -> String {
    switch subject {
    case .everything: "everything"
    case .topic(let topic): topic.title
    case .lessons: "the lessons you have done"
    case .deck(let deck): "deck: \(deck.title)"
    }
  }

  private static func title(of tiers: Set<Service.Tier>?) -> String {
    guard let tiers else { return "core and interview, with exercises" }
    let names = Service.Tier.allCases.filter(tiers.contains).map(\.rawValue)
    return names.count == 1 ? "\(names[0]) only" : names.joined(separator: " and ")
  }

  /// What the chosen line means.
  private func explanation(in context: Context) -> String {
    switch row {
    case .subject:
      switch chosen(in: context) {
      case .everything: "All topics take turns."
      case .topic(let topic): "\(topic.summary.prefix(1).uppercased() + topic.summary.dropFirst())."
      case .lessons: "The questions of every lesson that you have read to its end."
      case .deck(let deck): deck.about
      }
    case .tier:
      asksTiers(in: context)
        ? "Core ports are to be known by heart, interview ports are asked for and met at work, "
          + "extended ones are usually looked up."
        : "Only the topic of ports has a choice of ports."
    case .level: "At the easy level a port is chosen among four, above it the answer is typed."
    case .count: "A deck or the lessons may hold fewer different questions."
    case .time: "The clock is for the whole quiz. An answer that comes after it does not count."
    case .telling:
      "At the end as in an exam, or after each answer; the clock stands while you read. Either "
        + "way the wrong ones come again after the score."
    }
  }
}
