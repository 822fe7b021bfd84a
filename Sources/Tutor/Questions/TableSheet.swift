import PortKnowledge
import TerminalUI

/// A table with blanks as lines: in columns where they fit, otherwise one blank a line.
struct TableSheet {
  let table: Question.Table
  let filling: TableInput
  /// Whether the blanks say what is right and wrong, instead of being open.
  let isGraded: Bool

  private static let gap = 2
  private static let indent = 1

  /// A cell as it is drawn.
  private struct Part {
    var line: StyledLine
    /// What would have been right, where it is wrong.
    var correction: StyledLine?
    /// The number of the blank from 0; nil for what is given.
    var blank: Int?

    /// The cell with its correction beside it.
    var whole: StyledLine { correction.map { line + StyledLine("  ") + $0 } ?? line }
  }

  /// Adds the table to a document.
  ///
  /// - Returns: The line of the blank under the cursor.
  func add(to document: inout Document) -> Int {
    let rows = parts
    let beside = rows.map { row in row.map { Part(line: $0.whole, blank: $0.blank) } }
    return addColumns(beside, to: &document) ?? addColumns(rows, to: &document)
      ?? addList(beside, to: &document)
  }

  // MARK: Cells

  private var parts: [[Part]] {
    let blanks = table.blanks
    var number = -1
    return table.rows.map { row in
      row.cells.enumerated().map { column, cell in
        if case .given(let text) = cell { return Part(line: StyledLine(DisplayText(text))) }
        number += 1
        return isGraded
          ? graded(blanks[number], number: number)
          : Part(
            line: open(blanks[number], number: number, width: width(of: column)), blank: number)
      }
    }
  }

  /// The widest choice in a column, so that nothing moves while blanks are filled.
  private func width(of column: Int) -> Int {
    let choices = table.rows.flatMap { row -> [Question.Option] in
      guard column < row.cells.count, case .blank(let choices) = row.cells[column] else {
        return []
      }
      return choices
    }
    return choices.map { DisplayText($0.text).columns }.max() ?? 0
  }

  private func open(_ blank: Question.Table.Blank, number: Int, width: Int) -> StyledLine {
    let isHere = number == filling.cursor
    let text = filling.choices[number].map { DisplayText(blank.choices[$0].text) } ?? ""
    var line = StyledLine(isHere ? "▸" : " ", .accent)
    line.append("[", isHere ? .accent : .dim)
    line.append(text.padded(to: width), .strong)
    line.append("]", isHere ? .accent : .dim)
    return line
  }

  private func graded(_ blank: Question.Table.Blank, number: Int) -> Part {
    let right =
      StyledLine("✓ ", Style(.good, isBold: true))
      + StyledLine(DisplayText(blank.choices[blank.right].text), .strong)
    guard let choice = filling.choices[number], choice != blank.right,
      blank.choices.indices.contains(choice)
    else { return Part(line: right, blank: number) }
    let wrong =
      StyledLine("✗ ", Style(.bad, isBold: true))
      + StyledLine(DisplayText(blank.choices[choice].text))
    return Part(line: wrong, correction: right, blank: number)
  }

  private func action(of part: Part) -> Action? {
    isGraded ? nil : part.blank.map { .select($0) }
  }

  // MARK: Columns

  /// Adds the table in columns; nil where they do not fit.
  private func addColumns(_ rows: [[Part]], to document: inout Document) -> Int? {
    let columns = table.columns.indices
    // What is given and the titles stand below each other with what is filled in.
    let leads = columns.map { column in
      rows.contains { column < $0.count && $0[column].blank != nil } ? 2 : 0
    }
    func start(_ part: Part, _ column: Int) -> Int { part.blank == nil ? leads[column] : 0 }
    let widths = columns.map { column in
      let parts = rows.compactMap { column < $0.count ? $0[column] : nil }
      let title = leads[column] + DisplayText(table.columns[column]).columns
      return parts.reduce(title) { width, part in
        max(width, start(part, column) + max(part.line.columns, part.correction?.columns ?? 0))
      }
    }
    let names = table.rows.map { DisplayText($0.name).columns }.max() ?? 0
    let firstColumn = names > 0 ? names + Self.gap : 0
    let gaps = Self.gap * max(0, widths.count - 1)
    guard Self.indent + firstColumn + widths.reduce(gaps, +) <= document.measure else { return nil }
    let starts = columns.map { firstColumn + widths.prefix($0).reduce($0 * Self.gap, +) }

    var titles = StyledLine()
    for column in columns {
      Self.pad(&titles, to: starts[column] + leads[column])
      titles.append(DisplayText(table.columns[column]), .dim)
    }
    var here = document.lines.count
    if table.columns.contains(where: { !$0.isEmpty }) {
      document.verbatim(titles, indent: Self.indent)
    }
    for (row, parts) in zip(table.rows, rows) {
      var line = StyledLine(DisplayText(row.name))
      var below = StyledLine()
      var spots: [Document.Spot] = []
      for (column, part) in parts.enumerated() where column < starts.count {
        Self.pad(&line, to: starts[column] + start(part, column))
        if part.blank == filling.cursor { here = document.lines.count }
        if let action = action(of: part) {
          let first = line.columns
          spots.append(Document.Spot(columns: first..<first + part.line.columns, action: action))
        }
        line = line + part.line
        guard let correction = part.correction else { continue }
        Self.pad(&below, to: starts[column])
        below = below + correction
      }
      document.verbatim(line, indent: Self.indent, spots: spots)
      if below.columns > 0 { document.verbatim(below, indent: Self.indent) }
    }
    return here
  }

  private static func pad(_ line: inout StyledLine, to column: Int) {
    let missing = column - line.columns
    if missing > 0 { line.append(DisplayText(String(repeating: " ", count: missing))) }
  }

  // MARK: A list

  /// Adds each row with what is given, and below it each of its blanks.
  private func addList(_ rows: [[Part]], to document: inout Document) -> Int {
    var here = document.lines.count
    for (row, parts) in zip(table.rows, rows) {
      var heading = StyledLine(DisplayText(row.name), .strong)
      for (title, part) in zip(table.columns, parts) where part.blank == nil {
        heading.append(DisplayText(heading.columns > 0 ? "  " : ""))
        if !title.isEmpty { heading.append(DisplayText("\(title): "), .dim) }
        heading = heading + part.line
      }
      document.paragraph(heading, indent: Self.indent, hanging: 2)
      for (title, part) in zip(table.columns, parts) where part.blank != nil {
        let label: StyledLine =
          table.columns.count > 1 && !title.isEmpty
          ? StyledLine(DisplayText("\(title):"), .dim) : StyledLine()
        if part.blank == filling.cursor { here = document.lines.count }
        add(part, label: label, to: &document)
      }
    }
    return here
  }

  /// Adds a blank behind its label, or below it where the line is too short for both.
  private func add(_ part: Part, label: StyledLine, to document: inout Document) {
    var indent = Self.indent + 2
    var line = StyledLine()
    if label.columns > 0 {
      if indent + label.columns + 1 + part.line.columns <= document.measure {
        line = label + StyledLine(" ")
      } else {
        document.paragraph(label, indent: indent, hanging: 2, action: action(of: part))
        indent += 1
      }
    }
    document.verbatim(line + part.line, indent: indent, action: action(of: part))
  }
}
