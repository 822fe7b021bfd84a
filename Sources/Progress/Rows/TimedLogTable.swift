import GRDB

/// A table of the log whose rows have an order that counts: that of the machine they come from, and
/// between machines that of time.
protocol TimedLogTable: LogTable {
  /// The column of ``moment(of:)``.
  static var momentColumn: String { get }
}

extension TimedLogTable {
  /// Hands out every record in the order of the log.
  static func forEach(in database: Database, _ body: (Record) throws -> Void) throws {
    let batches = try ImportRow.batches(of: name, in: database)
    if batches.isEmpty { return try forEachRow(in: database, body) }
    for id in try order(batches, in: database) {
      if let record = try record(at: id, in: database) { try body(record) }
    }
  }

  /// The latest records, the newest first.
  static func newest(_ limit: Int, in database: Database) throws -> [Record] {
    let batches = try ImportRow.batches(of: name, in: database)
    if batches.isEmpty { return try newestRows(limit, in: database) }
    return try order(batches, in: database).suffix(max(limit, 0)).reversed().compactMap {
      try record(at: $0, in: database)
    }
  }

  /// The rows' numbers in the order of the log.
  private static func order(
    _ batches: [ClosedRange<Int64>], in database: Database
  ) throws -> [Int64] {
    var ids: [Int64] = []
    var moments: [Int64] = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, \(momentColumn) FROM \(name) ORDER BY id")
    while let row = try rows.next() {
      var values = RowReader(row)
      ids.append(try values.next(Int64.self))
      moments.append(try values.next(Int64.self))
    }
    let order = LogOrder(ids: ids, moments: moments, batches: batches)
    return try order.positions { first, second in
      guard let first = try record(at: ids[first], in: database),
        let second = try record(at: ids[second], in: database)
      else { throw RowReader.damage }
      return precedes(first, second)
    }.map { ids[$0] }
  }

  private static func record(at id: Int64, in database: Database) throws -> Record? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(columnList) FROM \(name) WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    var values = RowReader(row)
    return try record(from: &values)
  }

  /// An order by content, for rows of one moment: the same on every machine.
  static func precedes(_ first: Record, _ second: Record) -> Bool {
    values(of: first).map(\.description)
      .lexicographicallyPrecedes(values(of: second).map(\.description))
  }
}
