import GRDB
import Practice

/// The table `withdrawals` and its rows.
enum WithdrawalRow: LogTable {
  static let name = "withdrawals"
  static let columns = ["item_id", "answered_at_ms"]

  static func values(of withdrawal: WithdrawalRecord) -> [DatabaseValue] {
    [storedText(withdrawal.itemID), withdrawal.answeredAt.databaseValue]
  }

  static func record(from values: inout RowReader) throws -> WithdrawalRecord {
    WithdrawalRecord(
      itemID: try values.next(String.self), answeredAt: try values.next(Int64.self))
  }

  /// Every withdrawal, each once.
  static func all(in database: Database) throws -> Set<WithdrawalRecord> {
    var all: Set<WithdrawalRecord> = []
    try forEachRow(in: database) { all.insert($0) }
    return all
  }
}
