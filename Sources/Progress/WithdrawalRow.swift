import GRDB
import Practice

/// The table `withdrawals` and its rows.
enum WithdrawalRow {
  /// Adds a withdrawal.
  static func insert(_ withdrawal: WithdrawalRecord, into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO withdrawals (item_id, answered_at_ms) VALUES (?, ?)",
      arguments: [storedText(withdrawal.itemID), withdrawal.answeredAt])
  }

  /// Every withdrawal.
  static func all(in database: Database) throws -> Set<WithdrawalRecord> {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT item_id, answered_at_ms FROM withdrawals")
    var all: Set<WithdrawalRecord> = []
    while let row = try rows.next() {
      var values = RowReader(row)
      all.insert(
        WithdrawalRecord(
          itemID: try values.next(String.self), answeredAt: try values.next(Int64.self)))
    }
    return all
  }
}
