import GRDB

/// Reads a row's values from left to right.
///
/// GRDB's own subscripts end the program where a column does not hold the type asked for, which a
/// damaged file can bring about; here it is an error.
struct RowReader {
  /// What is thrown where a column holds something the table's rules do not allow.
  static let damage = DatabaseError(
    resultCode: .SQLITE_CORRUPT, message: "a row holds what its table does not allow")

  private let row: Row
  private var column = 0

  /// Starts at the first column.
  init(_ row: Row) {
    self.row = row
  }

  /// The next column's value.
  ///
  /// - Throws: ``damage`` where it is of another type.
  mutating func next<Value: DatabaseValueConvertible>(_ type: Value.Type) throws -> Value {
    guard column < row.count else { throw Self.damage }
    defer { column += 1 }
    let value: DatabaseValue = row[column]
    guard let result = Value.fromDatabaseValue(value) else { throw Self.damage }
    return result
  }

  /// The next column's value; nil where it holds none.
  ///
  /// - Throws: ``damage`` where it is of another type.
  mutating func nextIfPresent<Value: DatabaseValueConvertible>(_ type: Value.Type) throws -> Value?
  {
    guard column < row.count else { throw Self.damage }
    let value: DatabaseValue = row[column]
    if value.isNull {
      column += 1
      return nil
    }
    return try next(type)
  }
}
