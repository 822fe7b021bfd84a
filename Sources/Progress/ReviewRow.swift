import GRDB
import Practice

/// The tables `reviews` and `review_withdrawals` and their rows.
enum ReviewRow {
  private static let columns = """
    card_id, grade, duration_ms, reviewed_at_ms, zone_offset_s, rollover_hour
    """

  /// Adds a review.
  ///
  /// - Returns: Its row.
  static func insert(_ review: ReviewRecord, into database: Database) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO reviews (\(columns)) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        storedText(review.cardID), review.grade.rawValue, review.durationMilliseconds,
        review.reviewedAt, review.zoneOffset, review.rolloverHour,
      ])
    return database.lastInsertedRowID
  }

  /// Takes a review back.
  static func withdraw(_ row: Int64, in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO review_withdrawals (review_id) VALUES (?)", arguments: [row])
  }

  /// Every review that was not taken back, the oldest first.
  static func all(in database: Database) throws -> [Review] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, \(columns) FROM reviews
        WHERE id NOT IN (SELECT review_id FROM review_withdrawals) ORDER BY id
        """)
    var reviews: [Review] = []
    while let row = try rows.next() {
      var values = RowReader(row)
      let id = try values.next(Int64.self)
      let cardID = try values.next(String.self)
      guard let grade = Grade(rawValue: try values.next(Int.self)) else { throw RowReader.damage }
      reviews.append(
        ReviewRecord(
          cardID: cardID, grade: grade, durationMilliseconds: try values.next(Int.self),
          reviewedAt: try values.next(Int64.self), zoneOffset: try values.next(Int.self),
          rolloverHour: try values.next(Int.self)
        ).review(row: id))
    }
    return reviews
  }
}
