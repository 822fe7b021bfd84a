/// A rectangle of cells; row 0 is the top one, column 0 the left one.
public struct Rect: Hashable, Sendable {
  /// The first column.
  public var column: Int
  /// The first row.
  public var row: Int
  /// The size.
  public var size: Size

  /// A rectangle from its first cell and its size.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    size = Size(columns: max(0, columns), rows: max(0, rows))
  }

  /// How many columns.
  public var columns: Int { size.columns }
  /// How many rows.
  public var rows: Int { size.rows }
  /// The row after the last one.
  public var endRow: Int { row + size.rows }
  /// The column after the last one.
  public var endColumn: Int { column + size.columns }

  /// Whether a cell lies inside.
  public func contains(column: Int, row: Int) -> Bool {
    (self.column..<endColumn).contains(column) && (self.row..<endRow).contains(row)
  }

  /// The upper part of so many rows, and what is left below it.
  public func split(top count: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: taken),
      Rect(column: column, row: row + taken, columns: columns, rows: rows - taken)
    )
  }

  /// The left part of so many columns, and what is left beside it.
  public func split(left count: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: taken, rows: rows),
      Rect(column: column + taken, row: row, columns: columns - taken, rows: rows)
    )
  }

  /// The rectangle without so many cells at the left and right, and at the top and bottom.
  public func inset(columns horizontal: Int, rows vertical: Int = 0) -> Rect {
    Rect(
      column: column + horizontal, row: row + vertical,
      columns: columns - 2 * horizontal, rows: rows - 2 * vertical)
  }
}
