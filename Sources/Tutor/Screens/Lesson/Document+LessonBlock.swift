import Curriculum
import TerminalUI

extension Document {
  /// Adds a block of a lesson.
  ///
  /// Questions and demos have pages of their own and are not drawn here.
  mutating func add(_ block: LessonBlock) {
    space()
    switch block {
    case .paragraph(let inlines):
      paragraph(StyledLine(inlines))
    case .list(let items, let isOrdered):
      for (index, item) in items.enumerated() {
        let label: DisplayText = isOrdered ? "\(index + 1). " : "• "
        paragraph(StyledLine(label) + StyledLine(item), indent: 1, hanging: label.columns)
      }
    case .code(let code, _):
      add(code: code)
    case .drawing(let drawing):
      for line in drawing { verbatim(StyledLine(tuplesIn: line)) }
    case .table(let header, let rows):
      add(header: header, rows: rows)
    case .quote(let inlines):
      for line in StyledLine(inlines).wrapped(to: measure - 2) {
        verbatim(StyledLine("│ ", .dim) + line)
      }
    case .question, .demo, .exercise:
      break
    }
  }

  /// Code as it is, moved to the left where that makes it fit; what is wider still goes on in the
  /// next line: a command that is cut cannot be typed.
  private mutating func add(code: [String]) {
    let lines = code.map { StyledLine(DisplayText($0), Style(.code)) }
    let widest = lines.map(\.columns).max() ?? 0
    let indent = max(0, min(4, measure - widest))
    for line in lines {
      if line.columns <= measure {
        verbatim(line, indent: indent)
      } else {
        paragraph(line, hanging: 6)
      }
    }
  }

  /// A table in columns where it fits, otherwise each row as a small list.
  private mutating func add(header: [[LessonInline]], rows: [[[LessonInline]]]) {
    let heads = header.map { StyledLine($0) }
    let cells = rows.map { $0.map { StyledLine($0) } }
    let widths = heads.indices.map { column in
      ([heads[column]] + cells.compactMap { column < $0.count ? $0[column] : nil })
        .map(\.columns).max() ?? 0
    }
    let total = widths.reduce(0, +) + 2 * max(0, widths.count - 1)
    guard total <= measure else {
      for row in cells {
        for (column, cell) in row.enumerated() where column < heads.count {
          let label = StyledLine(DisplayText(heads[column].text + ": "), .dim)
          paragraph(label + cell, indent: column == 0 ? 0 : 2, hanging: 2)
        }
        space()
      }
      return
    }
    func line(_ row: [StyledLine], style: Style?) -> StyledLine {
      var line = StyledLine()
      for (column, cell) in row.enumerated() where column < widths.count {
        if let style {
          line.append(DisplayText(cell.text), style)
        } else {
          line = line + cell
        }
        guard column < row.count - 1 else { continue }
        line.append(DisplayText(String(repeating: " ", count: widths[column] - cell.columns + 2)))
      }
      return line
    }
    verbatim(line(heads, style: .dim))
    for row in cells { verbatim(line(row, style: nil)) }
  }
}

extension StyledLine {
  /// Running text of a lesson with each run in its look.
  init(_ inlines: [LessonInline]) {
    self.init()
    for inline in inlines {
      switch inline {
      case .text(let text): append(DisplayText(text))
      case .emphasis(let text): append(DisplayText(text), Style(.accent))
      case .strong(let text): append(DisplayText(text), .strong)
      case .code(let text): append(DisplayText(text), Style(.code))
      case .link(let text, _):
        append(DisplayText(text))
        if let target = inline.linkTarget { append(DisplayText(" (\(target))"), .dim) }
      }
    }
  }
}
