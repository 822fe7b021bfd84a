import PortKnowledge
import TerminalUI

extension QuestionState {
  /// The question, its options and, once answered, why.
  func document(columns: Int) -> Document {
    var document = Document(columns: columns)
    document.paragraph(question.prompt, style: .strong)
    if !question.figure.isEmpty {
      document.space()
      document.figure(question.figure)
    }
    document.space()
    let first = document.lines.count
    addAnswering(to: &document)
    addHints(to: &document)
    if let complaint {
      document.space()
      document.anchor = document.lines.count
      document.paragraph(complaint, style: Style(.caution))
    }
    if let verdict {
      document.space()
      document.anchor = document.lines.count
      if isRevealed {
        document.paragraph(
          "Looked up and not answered, so it does not count.", style: Style(.caution))
      }
      switch question.kind {
      case .putInOrder(let ordering): add(verdict, on: ordering, to: &document)
      case .fillTable(let table): add(verdict, on: table, to: &document)
      case .chooseOne, .chooseSeveral, .entry:
        document.append(self.document(of: verdict, columns: columns))
      }
      document.anchor = document.anchor.map { min($0, document.lines.count - 1) }
      // What was put together is read side by side with what is said about it.
      if ordering != nil || filling != nil { document.show(from: first) }
    }
    return document
  }

  private func addAnswering(to document: inout Document) {
    switch question.kind {
    case .putInOrder(let ordering): addItems(of: ordering, to: &document)
    case .fillTable(let table): addTable(table, to: &document)
    case .chooseOne, .chooseSeveral, .entry: addOptions(to: &document)
    }
  }

  private func addOptions(to document: inout Document) {
    if case .entry = question.kind {
      var line = StyledLine("▸ ", .accent)
      line.append(DisplayText(field.text), .strong)
      if verdict == nil {
        document.field(line, cursor: 2 + field.cursorColumns)
      } else {
        document.verbatim(line)
      }
      return
    }
    let isSeveral = if case .chooseSeveral = question.kind { true } else { false }
    for (index, option) in question.options.enumerated() {
      let isHere = verdict == nil && index == cursor
      var line = StyledLine(isHere ? "▸ " : "  ", .accent)
      line.append(DisplayText("\(index + 1)  "), Style(.accent))
      if isSeveral { line.append(ticked.contains(index) ? "[x] " : "[ ] ") }
      line.append(DisplayText(option.text), isHere ? .strong : .text)
      if let verdict {
        line.append(mark(index, in: verdict), Self.markStyle(index, in: verdict))
      }
      if isHere { document.anchor = document.lines.count }
      document.paragraph(
        line, indent: 1, hanging: isSeveral ? 9 : 5, action: verdict == nil ? .choose(index) : nil)
    }
  }

  private func addHints(to document: inout Document) {
    guard hintsShown > 0, verdict == nil else { return }
    document.space()
    for (index, hint) in question.hints.prefix(hintsShown).enumerated() {
      if index == hintsShown - 1, isReadingHint { document.anchor = document.lines.count }
      let label = StyledLine("Hint \(index + 1) of \(question.hints.count)  ", Style(.caution))
      document.paragraph(label + StyledLine(DisplayText(hint)), hanging: 2)
    }
  }

  private static func isRight(_ index: Int, in verdict: Verdict) -> Bool {
    verdict.right.split(separator: ",").contains { $0.filter(\.isNumber) == "\(index + 1)" }
  }

  private static func isGiven(_ index: Int, in verdict: Verdict) -> Bool {
    verdict.given.split(separator: ",").contains { $0.filter(\.isNumber) == "\(index + 1)" }
  }

  private func mark(_ index: Int, in verdict: Verdict) -> DisplayText {
    let isGiven = !isRevealed && Self.isGiven(index, in: verdict)
    return switch (Self.isRight(index, in: verdict), isGiven) {
    case (true, true): "  ✓ your answer"
    case (true, false): "  ✓"
    case (false, true): "  ✗ your answer"
    case (false, false): ""
    }
  }

  private static func markStyle(_ index: Int, in verdict: Verdict) -> Style {
    Style(isRight(index, in: verdict) ? .good : .bad)
  }

  /// Right or wrong, why, and why not the others.
  private func document(of verdict: Verdict, columns: Int) -> Document {
    var document = Document(columns: columns)
    let isEntry = if case .entry = question.kind { true } else { false }
    if verdict.isCorrect {
      document.paragraph(
        StyledLine(
          isRevealed ? DisplayText("✓ It is \(verdict.right).  ") : "✓ Right.  ",
          Style(.good, isBold: true))
          + StyledLine(DisplayText(verdict.explanation)), hanging: 2)
    } else {
      let wrong = isEntry && verdict.mistakes.isEmpty ? "Not \(verdict.given)." : "Not quite."
      if verdict.mistakes.isEmpty {
        document.paragraph(StyledLine(DisplayText("✗ \(wrong)"), Style(.bad, isBold: true)))
      }
      for mistake in verdict.mistakes {
        let isLeft = question.options.indices.contains { index in
          "\(index + 1)" == mistake.label && question.options[index].isRight
        }
        let label = isLeft ? "✗ \(mistake.label) belongs to it.  " : "✗ Not \(mistake.label).  "
        document.paragraph(
          StyledLine(DisplayText(label), Style(.bad, isBold: true))
            + StyledLine(DisplayText(mistake.text)), hanging: 2)
        document.figure(mistake.figure)
      }
      document.paragraph(
        StyledLine(DisplayText("✓ It is \(verdict.right).  "), Style(.good, isBold: true))
          + StyledLine(DisplayText(verdict.explanation)), hanging: 2)
    }
    for (index, option) in question.options.enumerated()
    where option.isRight && !verdict.mistakes.contains(where: { $0.label == "\(index + 1)" }) {
      document.figure(option.figure)
    }
    if !verdict.others.isEmpty { document.space() }
    for other in verdict.others {
      document.paragraph(
        StyledLine(DisplayText("\(other.label)  "), .dim) + StyledLine(DisplayText(other.text)),
        indent: 2, hanging: 3)
    }
    return document
  }
}
