import Curriculum
import PortKnowledge
import Practice
import TerminalUI

extension RubricState {
  /// The question and what was typed; once revealed, the model answer and its points to tick.
  func document(columns: Int) -> Document {
    var document = Document(columns: columns)
    if let parent = item.followUpOf {
      document.paragraph(
        StyledLine("Follow-up to  ", Style(.caution))
          + StyledLine(DisplayText(parent.question), .dim), hanging: 2)
    }
    document.paragraph(item.question.question, style: .strong)
    document.space()
    if isRevealed {
      addAnswer(to: &document)
    } else {
      addField(to: &document)
    }
    return document
  }

  private func addField(to document: inout Document) {
    let typed = TypedText(field, columns: document.measure - 2)
    for (index, text) in typed.lines.enumerated() {
      let line = StyledLine(index == 0 ? "▸ " : "  ", .accent) + StyledLine(DisplayText(text))
      if index == typed.cursorLine {
        document.anchor = document.lines.count
        document.field(line, cursor: 2 + typed.cursorColumn)
      } else {
        document.verbatim(line)
      }
    }
    guard field.text.isEmpty else { return }
    document.space()
    document.paragraph(
      item.check == nil
        ? "Say your answer aloud, as you would in an interview, and press Enter; or type it."
        : "Type the number and press Enter; or say it and press Enter.", style: .dim)
  }

  private func addAnswer(to document: inout Document) {
    let start = document.lines.count
    if !field.text.isEmpty {
      document.paragraph(
        StyledLine("You said  ", .dim) + StyledLine(DisplayText(field.text)),
        hanging: 10)
    }
    if let verdict { add(verdict, to: &document) }
    document.space()
    document.paragraph(
      StyledLine(item.check == nil ? "A good answer  " : "The answer  ", .accent)
        + StyledLine(DisplayText(item.question.answer)))
    document.space()
    let points = document.lines.count
    if verdict == nil { addPoints(to: &document) }
    document.space()
    document.paragraph(judgement)
    document.paragraph(
      StyledLine("See it  ", .dim)
        + StyledLine(DisplayText(item.question.proof.command), Style(.code)),
      action: demo == nil ? nil : .openDemo)
    // Where not all of it fits, the answer is read first, and then the points are seen.
    document.show(from: isTicking ? points : start)
  }

  private func addPoints(to document: inout Document) {
    document.paragraph(
      item.question.rubric.count == 1 ? "Did you have it?" : "Which points did you have?",
      style: .accent)
    for (index, point) in item.question.rubric.enumerated() {
      let isHere = index == cursor
      var line = StyledLine(isHere ? "▸ " : "  ", .accent)
      line.append(DisplayText("\(index + 1)  "), .accent)
      line.append(
        ticked.contains(index) ? "[x] " : "[ ] ", ticked.contains(index) ? Style(.good) : .text)
      line.append(DisplayText(point), isHere ? .strong : .text)
      document.paragraph(line, hanging: 9, action: .choose(index))
    }
  }

  /// The grade as it stands.
  private var judgement: StyledLine {
    guard isTicking || verdict != nil else {
      return StyledLine("Tick what you had, then Enter. No tick counts as not known.", .dim)
    }
    var line = StyledLine("‹ ", .dim)
    line.append(DisplayText(RubricMark.words(for: mark.grade)), Self.style(of: mark.grade))
    line.append(" ›", .dim)
    guard verdict == nil else { return line }
    line.append(
      DisplayText("   \(InterviewReport.points(ticked.count, of: item.question.rubric.count))"),
      .dim)
    if chosenGrade != nil { line.append(", as you judge it", .dim) }
    return line
  }

  private func add(_ verdict: Verdict, to document: inout Document) {
    if verdict.isCorrect {
      document.paragraph(StyledLine("✓ Right.", Style(.good, isBold: true)))
    } else {
      document.paragraph(
        StyledLine(DisplayText("✗ Not \(verdict.given).  "), Style(.bad, isBold: true))
          + StyledLine(DisplayText(verdict.mistakes.first?.text ?? "")), hanging: 2)
    }
  }

  private static func style(of grade: Grade) -> Style {
    switch grade {
    case .again: Style(.bad, isBold: true)
    case .hard: Style(.caution, isBold: true)
    case .good, .easy: Style(.good, isBold: true)
    }
  }
}
