import GRDB
import GRDBSQLite
import Glibc
import Practice

/// Reads reviews through SQLite's own calls.
///
/// The whole log is read at each start. GRDB makes a value of each column and a text of each card's
/// id, which for 100,000 reviews takes several times as long as SQLite needs to find them.
struct ReviewReader {
  private let statement: Statement
  private let handle: OpaquePointer
  /// A few hundred cards are behind all reviews, so an id becomes a text once as long as no other
  /// takes its place here.
  private var texts = [String](repeating: "", count: places)
  private static let places = 4096

  /// A reader of a query whose first columns are ``scheduleColumns``.
  init(_ database: Database, sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// What the schedule is counted from: each column costs its time.
  static let scheduleColumns =
    "reviews.id, card_id, grade, reviewed_at_ms, zone_offset_s, rollover_hour"

  /// Hands out each review as the schedule is counted from it.
  ///
  /// - Throws: ``RowReader/damage`` where a value cannot be, or SQLite's error.
  mutating func readReviews(_ body: (Review) throws -> Void) throws {
    try forEachRow { reader in
      try body(
        Review(
          row: try reader.integer(0), cardID: try reader.text(1), grade: try reader.grade(2),
          milliseconds: try reader.integer(3), zoneOffset: Int(try reader.integer(4)),
          rolloverHour: Int(try reader.integer(5))))
    }
  }

  /// Hands out each row of a query that has the duration and one more integer after the columns of
  /// the schedule: its number, the review, and that integer.
  ///
  /// - Throws: ``RowReader/damage`` where a value cannot be, or SQLite's error.
  mutating func readRecords(_ body: (Int64, ReviewRecord, Int64) throws -> Void) throws {
    try forEachRow { reader in
      let record = ReviewRecord(
        cardID: try reader.text(1), grade: try reader.grade(2),
        durationMilliseconds: Int(try reader.integer(6)), reviewedAt: try reader.integer(3),
        zoneOffset: Int(try reader.integer(4)), rolloverHour: Int(try reader.integer(5)))
      try body(try reader.integer(0), record, try reader.integer(7))
    }
  }

  private mutating func forEachRow(_ body: (inout Self) throws -> Void) throws {
    // While the connection's lock is held, a column's value may be looked at more than once; where
    // the connection has none, these two do nothing.
    let lock = sqlite3_db_mutex(sqlite3_db_handle(handle))
    sqlite3_mutex_enter(lock)
    defer {
      sqlite3_reset(handle)
      sqlite3_mutex_leave(lock)
    }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      try body(&self)
    }
  }

  private func grade(_ column: CInt) throws -> Grade {
    guard let grade = Grade(rawValue: Int(try integer(column))) else { throw RowReader.damage }
    return grade
  }

  private func integer(_ column: CInt) throws -> Int64 {
    // One call about the column, not two: each of them takes and gives back a lock.
    let value = sqlite3_column_value(handle, column)
    guard sqlite3_value_type(value) == SQLITE_INTEGER else { throw RowReader.damage }
    return sqlite3_value_int64(value)
  }

  private mutating func text(_ column: CInt) throws -> String {
    let value = sqlite3_column_value(handle, column)
    let type = sqlite3_value_type(value)
    guard type == SQLITE_TEXT || type == SQLITE_BLOB else { throw RowReader.damage }
    let start = sqlite3_value_blob(value)
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    // FNV-1a; two ids that share a place are told apart by their bytes.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let place = Int(truncatingIfNeeded: hash) & (Self.places - 1)
    if Self.isEqual(texts[place], bytes) { return texts[place] }
    let text = String(decoding: bytes, as: UTF8.self)
    texts[place] = text
    return text
  }

  private static func isEqual(_ text: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let isEqual = text.utf8.withContiguousStorageIfAvailable { known -> Bool in
      guard known.count == bytes.count else { return false }
      guard let first = known.baseAddress, let second = bytes.baseAddress else { return true }
      return memcmp(first, second, known.count) == 0
    }
    return isEqual ?? text.utf8.elementsEqual(bytes)
  }
}
