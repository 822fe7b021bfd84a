/// A size in cells.
public struct Size: Hashable, Sendable {
  /// How many columns.
  public var columns: Int
  /// How many rows.
  public var rows: Int

  /// A size of columns by rows.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// Whether everything inside the other size fits.
  public func covers(_ other: Size) -> Bool {
    columns >= other.columns && rows >= other.rows
  }
}
