import GRDB

/// A table of the log: how a record becomes a row, and a row a record again.
protocol LogTable {
  /// What a row holds.
  associatedtype Record: Hashable

  /// The table's name.
  static var name: String { get }
  /// The columns after the row's number, in the order of ``values(of:)``.
  static var columns: [String] { get }
  /// A record's values, one for each column.
  static func values(of record: Record) -> [DatabaseValue]
  /// The record of a row whose reader stands at the first of ``columns``.
  ///
  /// - Throws: ``RowReader/damage`` where a value cannot be.
  static func record(from values: inout RowReader) throws -> Record
}

extension LogTable {
  /// The columns as SQL lists them.
  static var columnList: String { columns.joined(separator: ", ") }

  /// Adds a record at the end.
  ///
  /// - Returns: Its row.
  @discardableResult
  static func insert(_ record: Record, into database: Database) throws -> Int64 {
    let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
    let statement = try database.cachedStatement(
      sql: "INSERT INTO \(name) (\(columnList)) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(values(of: record)))
    return database.lastInsertedRowID
  }

  /// Hands out every record in the order of the rows.
  static func forEachRow(in database: Database, _ body: (Record) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(columnList) FROM \(name) ORDER BY id")
    while let row = try rows.next() { try body(record(row)) }
  }

  /// The latest records by row, the newest first.
  static func newestRows(_ limit: Int, in database: Database) throws -> [Record] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(columnList) FROM \(name) ORDER BY id DESC LIMIT ?",
      arguments: [max(limit, 0)])
    var records: [Record] = []
    while let row = try rows.next() { records.append(try record(row)) }
    return records
  }

  private static func record(_ row: Row) throws -> Record {
    var values = RowReader(row)
    return try record(from: &values)
  }
}
