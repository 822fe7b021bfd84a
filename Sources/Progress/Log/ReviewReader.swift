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
  /// A few hundred cards are behind all reviews: each id becomes a text once.
  private var texts: [UInt64: String] = [:]

  /// A reader of a query whose columns are an integer and those of ``ReviewRow``.
  init(_ database: Database, sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// Hands out each row: its number, the review, and the integer in the column after those of the
  /// review.
  ///
  /// - Throws: ``RowReader/damage`` where a value cannot be, or SQLite's error.
  mutating func readAll(_ body: (Int64, ReviewRecord, Int64) throws -> Void) throws {
    defer { sqlite3_reset(handle) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      guard let grade = Grade(rawValue: Int(try integer(2))) else { throw RowReader.damage }
      let record = ReviewRecord(
        cardID: try text(1), grade: grade, durationMilliseconds: Int(try integer(3)),
        reviewedAt: try integer(4), zoneOffset: Int(try integer(5)),
        rolloverHour: Int(try integer(6)))
      try body(try integer(0), record, try integer(7))
    }
  }

  private func integer(_ column: CInt) throws -> Int64 {
    guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { throw RowReader.damage }
    return sqlite3_column_int64(handle, column)
  }

  private mutating func text(_ column: CInt) throws -> String {
    let type = sqlite3_column_type(handle, column)
    guard type == SQLITE_TEXT || type == SQLITE_BLOB else { throw RowReader.damage }
    let start = sqlite3_column_blob(handle, column)
    let bytes = UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(handle, column)))
    // FNV-1a; two ids that share a number are told apart by their bytes.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    if let known = texts[hash], Self.isEqual(known, bytes) { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    texts[hash] = text
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
