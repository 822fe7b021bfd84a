import PortKnowledge
import Practice
import TerminalUI

extension ReviewScreen {
  /// The question, what came of it, or the end.
  func document(in context: Context) -> Document {
    if let rubric { return rubric.document(columns: context.columns) }
    guard let state, let card else { return ending(in: context) }
    var document = state.document(columns: context.columns)
    if let grade {
      let last = document.lines.count
      document.space()
      document.paragraph(schedule(of: card, after: grade, in: context), hanging: 2)
      document.anchor = document.anchor.map { min($0, last) }
    }
    if let check {
      document.space()
      let start = document.lines.count
      document.append(check.document(columns: context.columns, exercise: state.question.id))
      document.anchor = start
    }
    return document
  }

  /// What a grade means for the card.
  private func schedule(
    of card: StudyCard, after grade: Grade, in context: Context
  ) -> StyledLine {
    guard check?.isDisagreement != true else {
      return StyledLine("This review does not count.", .dim)
    }
    var line = StyledLine(DisplayText("Counts as \(Self.name(of: grade)). "), .strong)
    line.append(DisplayText(Self.wait(for: queue.replay.cards[card.id], today: context.today)))
    if grade == .good || grade == .hard { line.append("  Was it easy? Press e.", .dim) }
    return line
  }

  private static func name(of grade: Grade) -> String {
    switch grade {
    case .again: "Again"
    case .hard: "Hard"
    case .good: "Good"
    case .easy: "Easy"
    }
  }

  private static func wait(for memory: CardMemory?, today: Int) -> String {
    switch memory?.due {
    case .moment(let moment):
      let minutes = max(1, (moment - (memory?.lastSeconds ?? moment)) / 60)
      return "You are asked again in \(minutes == 1 ? "a minute" : "\(minutes) minutes")."
    case .day(let day):
      return "You are asked again \(RelativeDay.words(StudyDay.elapsed(from: today, to: day)))."
    case nil: return ""
    }
  }

  /// The end of a session: what was gained, and when the next card is due.
  private func ending(in context: Context) -> Document {
    var document = Document(columns: context.columns)
    let gain = queue.gain
    guard gain.reviews > 0 else {
      document.paragraph("Nothing is due now", style: .accent)
      document.space()
      addNext(to: &document, in: context)
      return document
    }
    document.paragraph("The session is over", style: .accent)
    document.space()
    var line = StyledLine(Self.reviews(gain.reviews), .strong)
    line.append(
      DisplayText(
        ": \(gain.remembered) remembered, \(gain.reviews - gain.remembered) forgotten, "
          + "\(gain.newCards) new."))
    document.paragraph(line)
    let ids = Set(kept.map(\.review.cardID))
    if let memory = MemoryGain(of: ids, from: start, to: queue.replay, today: context.today) {
      let before = Int((memory.recallBefore * 100).rounded())
      // Rounded down: what is said holds.
      let days = Int(memory.stabilityAfter)
      let hold = days == 0 ? "less than a day" : days == 1 ? "a day" : "\(days) days"
      document.space()
      document.paragraph(
        ids.count == 1
          ? "Before, the chance that you know this card was \(before) %. Now it stays above 90 % "
            + "for \(hold)."
          : "Before, the chance that you know one of these \(ids.count) cards was \(before) %. "
            + "Now, for half of them, it stays above 90 % for \(hold)\(days == 0 ? "" : " or longer")."
      )
    }
    document.space()
    addNext(to: &document, in: context)
    return document
  }

  private func addNext(to document: inout Document, in context: Context) {
    if let days = queue.daysToNext(today: context.today) {
      document.paragraph("The next card is due \(RelativeDay.words(days)).")
    } else {
      document.paragraph("No card was ever reviewed.")
    }
    document.space()
    document.paragraph("n meets \(Self.newLimit) more new cards, Enter goes back.", style: .dim)
  }
}
