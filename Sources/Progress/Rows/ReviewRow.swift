import GRDB
import Practice

/// The tables `reviews` and `review_withdrawals` and their rows.
enum ReviewRow: TimedLogTable {
  static let name = "reviews"
  static let columns = [
    "card_id", "grade", "duration_ms", "reviewed_at_ms", "zone_offset_s", "rollover_hour",
  ]
  static let momentColumn = "reviewed_at_ms"

  static func values(of review: ReviewRecord) -> [DatabaseValue] {
    [
      storedText(review.cardID), review.grade.rawValue.databaseValue,
      review.durationMilliseconds.databaseValue, review.reviewedAt.databaseValue,
      review.zoneOffset.databaseValue, review.rolloverHour.databaseValue,
    ]
  }

  static func record(from values: inout RowReader) throws -> ReviewRecord {
    let cardID = try values.next(String.self)
    guard let grade = Grade(rawValue: try values.next(Int.self)) else { throw RowReader.damage }
    return ReviewRecord(
      cardID: cardID, grade: grade, durationMilliseconds: try values.next(Int.self),
      reviewedAt: try values.next(Int64.self), zoneOffset: try values.next(Int.self),
      rolloverHour: try values.next(Int.self))
  }

  /// Takes a review back.
  static func withdraw(_ row: Int64, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO review_withdrawals (review_id) VALUES (?)")
    try statement.execute(arguments: [row])
  }

  /// The latest row with this content that was not taken back; nil where there is none.
  static func latest(like review: ReviewRecord, in database: Database) throws -> Int64? {
    let equal = columns.map { "\($0) = ?" }.joined(separator: " AND ")
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT id FROM reviews WHERE \(equal)
        AND id NOT IN (SELECT review_id FROM review_withdrawals) ORDER BY id DESC LIMIT 1
        """, arguments: StatementArguments(values(of: review)))
    guard let row else { return nil }
    var values = RowReader(row)
    return try values.next(Int64.self)
  }

  /// Hands out every review that was not taken back with its row, in the order of the rows.
  static func forEachCounting(
    in database: Database, _ body: (Int64, ReviewRecord) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, \(columnList) FROM reviews
        WHERE id NOT IN (SELECT review_id FROM review_withdrawals) ORDER BY id
        """)
    while let row = try rows.next() {
      var values = RowReader(row)
      let id = try values.next(Int64.self)
      try body(id, record(from: &values))
    }
  }

  /// Hands out every review that was taken back, by its name, in the order of taking back.
  static func forEachWithdrawal(
    in database: Database, _ body: (ReviewWithdrawalRecord) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT card_id, reviewed_at_ms FROM review_withdrawals
        JOIN reviews ON reviews.id = review_id ORDER BY review_withdrawals.id
        """)
    while let row = try rows.next() {
      var values = RowReader(row)
      try body(
        ReviewWithdrawalRecord(
          cardID: try values.next(String.self), reviewedAt: try values.next(Int64.self)))
    }
  }
}
