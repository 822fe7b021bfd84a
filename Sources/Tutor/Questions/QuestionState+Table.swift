import PortKnowledge
import TerminalUI

extension QuestionState {
  /// The table, and below it what the blank under the cursor can be filled with.
  func addTable(_ table: Question.Table, to document: inout Document) {
    guard let filling else { return }
    let sheet = TableSheet(table: table, filling: filling, isGraded: verdict != nil)
    let here = sheet.add(to: &document)
    let blanks = table.blanks
    guard verdict == nil, blanks.indices.contains(filling.cursor) else { return }
    let blank = blanks[filling.cursor]
    document.space()
    var heading = StyledLine()
    if blanks.count > 1 {
      heading.append(DisplayText("Blank \(filling.cursor + 1) of \(blanks.count)  "), .dim)
    }
    document.paragraph(heading + StyledLine(DisplayText(blank.name), .strong), hanging: 2)
    addChoices(of: blank, chosen: filling.choices[filling.cursor], to: &document)
    if filling.emptyCount == 0 { document.paragraph("All filled: Enter answers.", style: .dim) }
    // Who has not begun reads from the top.
    if filling.isUntouched { document.anchor = here } else { document.show(from: here) }
  }

  /// The choices with their numbers, as many beside each other as fit.
  private func addChoices(
    of blank: Question.Table.Blank, chosen: Int?, to document: inout Document
  ) {
    let texts = blank.choices.map { DisplayText($0.text) }
    let width = 5 + (texts.map(\.columns).max() ?? 0)
    let gap = 2
    let perLine = max(1, (document.measure - 1 + gap) / (width + gap))
    for start in stride(from: 0, to: texts.count, by: perLine) {
      var line = StyledLine()
      var spots: [Document.Spot] = []
      for index in start..<min(start + perLine, texts.count) {
        let column = (index - start) * (width + gap)
        line.append(DisplayText(String(repeating: " ", count: column - line.columns)))
        line.append(index == chosen ? "▸ " : "  ", .accent)
        line.append(DisplayText("\(index + 1)  "), Style(.accent))
        line.append(texts[index], index == chosen ? .strong : .text)
        spots.append(
          Document.Spot(columns: column..<column + width, action: .choose(index)))
      }
      document.verbatim(line, indent: 1, spots: spots)
    }
  }

  /// Right or wrong, and why for every blank that is wrong.
  func add(_ verdict: Verdict, on table: Question.Table, to document: inout Document) {
    let reason = StyledLine(DisplayText(verdict.explanation))
    if verdict.isCorrect {
      document.paragraph(
        StyledLine(isRevealed ? "✓ So it is.  " : "✓ Right.  ", Style(.good, isBold: true))
          + reason,
        hanging: 2)
      return
    }
    let count = table.blanks.count
    if count > 1 {
      let right = count - verdict.mistakes.count
      document.paragraph(
        StyledLine(
          DisplayText("✗ Not quite: \(right) of \(count) \(right == 1 ? "is" : "are") right."),
          Style(.bad, isBold: true)))
    }
    for mistake in verdict.mistakes {
      document.paragraph(
        StyledLine(DisplayText("✗ \(mistake.label).  "), Style(.bad, isBold: true))
          + StyledLine(DisplayText(mistake.text)), hanging: 2)
      document.figure(mistake.figure)
    }
    document.paragraph(
      StyledLine("✓ The rule.  ", Style(.good, isBold: true)) + reason, hanging: 2)
  }
}
