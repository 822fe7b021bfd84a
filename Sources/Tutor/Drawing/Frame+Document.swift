import TerminalUI

extension Frame {
  /// Draws the part of a document that is scrolled into an area, with a word where more follows.
  mutating func draw(_ document: Document, in area: Rect, scroll: ScrollPosition) {
    let first = scroll.first(of: document, rows: area.rows)
    for offset in 0..<area.rows {
      let index = first + offset
      guard index < document.lines.count else { break }
      let line = document.lines[index]
      let row = area.row + offset
      canvas.write(line.text, column: area.column, row: row, limit: area.endColumn)
      if line.isSelected {
        canvas.select(row: row, column: area.column, columns: line.text.columns)
      }
      if let cursor = line.cursor {
        canvas.cursor = Canvas.Cursor(
          column: min(area.column + cursor, area.endColumn - 1), row: row)
      }
      if let action = line.action {
        let rect = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
        targets.append(Target(rect: rect, action: action))
      }
      for spot in line.spots {
        let rect = Rect(
          column: area.column + spot.columns.lowerBound, row: row, columns: spot.columns.count,
          rows: 1)
        targets.append(Target(rect: rect, action: spot.action))
      }
    }
    let hidden = document.lines.count - first - area.rows
    if hidden > 0 { note("▾ \(hidden) more", row: area.endRow) }
    if first > 0 { note("▴ \(first) above", row: area.row - 1) }
  }

  /// Writes a word into the right end of a rule.
  private mutating func note(_ text: DisplayText, row: Int) {
    guard row >= 0, row < canvas.size.rows else { return }
    let padded: DisplayText = " \(text.string) "
    canvas.write(
      padded, column: canvas.size.columns - padded.columns - 2, row: row, style: .dim)
  }
}
