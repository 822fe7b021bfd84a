/// A grid of cells into which screens are drawn.
///
/// Only ``DisplayText`` can be written, so no canvas ever holds a control character. What lies
/// outside is cut off; a wide character that would stick out at the right edge becomes a space.
public struct Canvas: Hashable, Sendable {
  /// The size.
  public let size: Size
  /// Where the terminal's cursor is to stand; nil hides it.
  public var cursor: Cursor?
  private var cells: [Cell]

  /// A place for the cursor.
  public struct Cursor: Hashable, Sendable {
    /// The column from 0.
    public var column: Int
    /// The row from 0.
    public var row: Int

    /// A column and a row.
    public init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// An empty canvas.
  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: Cell(), count: self.size.columns * self.size.rows)
  }

  /// The whole canvas as a rectangle.
  public var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The cell at a place inside the canvas.
  public subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

  /// The cells of a row from left to right.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Writes a text into a row, up to the column `limit` or the right edge, and returns the column
  /// after it.
  @discardableResult
  public mutating func write(
    _ text: DisplayText, column: Int, row: Int, style: Style = .text, limit: Int? = nil
  ) -> Int {
    guard (0..<size.rows).contains(row) else { return column }
    let end = min(limit ?? size.columns, size.columns)
    var position = column
    var base: Int?
    for scalar in text.string.unicodeScalars {
      let width = ScalarWidth.columns(of: scalar)
      if width == 0 {
        if let base { combine(scalar, column: base, row: row) }
        continue
      }
      if position + width > end {
        if position >= 0, position < end {
          put(" ", width: 1, column: position, row: row, style: style)
          position += 1
        }
        break
      }
      if position >= 0 {
        put(scalar, width: width, column: position, row: row, style: style)
        base = position
      } else if position + width > 0 {
        put(" ", width: 1, column: 0, row: row, style: style)
      }
      position += width
    }
    return position
  }

  /// Writes the runs of a line into a row and returns the column after them.
  @discardableResult
  public mutating func write(
    _ line: StyledLine, column: Int, row: Int, limit: Int? = nil
  ) -> Int {
    var position = column
    for run in line.runs {
      position = write(run.text, column: position, row: row, style: run.style, limit: limit)
    }
    return position
  }

  /// Draws a horizontal rule.
  public mutating func rule(row: Int, column: Int = 0, columns: Int? = nil, style: Style = .dim) {
    guard (0..<size.rows).contains(row) else { return }
    let end = column + max(0, columns ?? size.columns - column)
    for position in (0..<size.columns).clamped(to: column..<max(column, end)) {
      put("─", width: 1, column: position, row: row, style: style)
    }
  }

  /// Draws a box around the inside of a rectangle.
  public mutating func box(_ rect: Rect, style: Style = .dim) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let line = String(repeating: "─", count: rect.columns - 2)
    write(DisplayText("┌\(line)┐"), column: rect.column, row: rect.row, style: style)
    for row in rect.row + 1..<max(rect.row + 1, rect.endRow - 1) {
      write("│", column: rect.column, row: row, style: style)
      write("│", column: rect.endColumn - 1, row: row, style: style)
    }
    write(DisplayText("└\(line)┘"), column: rect.column, row: rect.endRow - 1, style: style)
  }

  /// Empties a rectangle.
  public mutating func clear(_ rect: Rect) {
    let rows = (0..<size.rows).clamped(to: rect.row..<max(rect.row, rect.endRow))
    let columns = (0..<size.columns).clamped(to: rect.column..<max(rect.column, rect.endColumn))
    for row in rows {
      for column in columns { put(" ", width: 1, column: column, row: row, style: .text) }
    }
  }

  /// Marks the cells of a row as belonging to the chosen line.
  public mutating func select(row: Int, column: Int = 0, columns: Int? = nil) {
    guard (0..<size.rows).contains(row) else { return }
    let end = min(size.columns, column + (columns ?? size.columns))
    for position in max(0, column)..<max(max(0, column), end) {
      cells[row * size.columns + position].style.isSelected = true
    }
  }

  /// The text of every row without spaces at its end.
  public var lines: [String] {
    (0..<size.rows).map { index in
      var line = row(index).map(\.glyph).joined()
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private mutating func put(
    _ scalar: Unicode.Scalar, width: Int, column: Int, row: Int, style: Style
  ) {
    let index = row * size.columns + column
    // Half of a wide character that is written over must not stay behind.
    if cells[index].isRightHalf, column > 0 { cells[index - 1] = Cell(style: cells[index].style) }
    if column + width < size.columns, cells[index + width].isRightHalf {
      cells[index + width] = Cell(style: cells[index + width].style)
    }
    cells[index] = Cell(scalar, style: style)
    if width == 2 { cells[index + 1] = .rightHalf(style: style) }
  }

  private mutating func combine(_ scalar: Unicode.Scalar, column: Int, row: Int) {
    cells[row * size.columns + column].combine(scalar)
  }
}
