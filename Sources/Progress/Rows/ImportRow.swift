import GRDB

/// The table `imports`: which consecutive rows of a table came with one import.
enum ImportRow {
  /// Notes the rows of a table that came with an import.
  static func insert(
    _ rows: ClosedRange<Int64>, of table: String, into database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO imports (of_table, first_row, last_row) VALUES (?, ?, ?)",
      arguments: [table, rows.lowerBound, rows.upperBound])
  }

  /// The rows of a table that came with imports, each import's for itself.
  static func batches(of table: String, in database: Database) throws -> [ClosedRange<Int64>] {
    let statement = try database.cachedStatement(
      sql: "SELECT first_row, last_row FROM imports WHERE of_table = ? ORDER BY first_row")
    let rows = try Row.fetchCursor(statement, arguments: [table])
    var batches: [ClosedRange<Int64>] = []
    while let row = try rows.next() {
      var values = RowReader(row)
      let first = try values.next(Int64.self)
      let last = try values.next(Int64.self)
      guard first <= last, first > batches.last?.upperBound ?? .min else { throw RowReader.damage }
      batches.append(first...last)
    }
    return batches
  }
}
