import GRDB
import Practice

/// The log of reviews as the schedule is counted from it.
enum ReviewLog {
  /// Every review that was not taken back, the oldest first, with rows that ascend.
  static func all(in database: Database) throws -> [Review] {
    let batches = try ImportRow.batches(of: ReviewRow.name, in: database)
    if batches.isEmpty {
      var reviews: [Review] = []
      try ReviewRow.forEachCounting(in: database) { row, review in
        reviews.append(review.review(row: row))
      }
      return reviews
    }
    return try merged(batches, in: database)
  }

  /// The reviews where some came with imports.
  ///
  /// Each place of the order gets the number that stands there among all rows, so rows that follow
  /// every import keep their own. Those that were taken back have their place too: what is taken back
  /// later changes no other number.
  private static func merged(
    _ batches: [ClosedRange<Int64>], in database: Database
  ) throws -> [Review] {
    var ids: [Int64] = []
    var records: [ReviewRecord] = []
    var counts: [Bool] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT reviews.id, review_withdrawals.id IS NULL, \(ReviewRow.columnList) FROM reviews
        LEFT JOIN review_withdrawals ON review_id = reviews.id ORDER BY reviews.id
        """)
    while let row = try rows.next() {
      var values = RowReader(row)
      ids.append(try values.next(Int64.self))
      counts.append(try values.next(Bool.self))
      records.append(try ReviewRow.record(from: &values))
    }
    let order = LogOrder(ids: ids, moments: records.map(\.reviewedAt), batches: batches)
    let places = order.positions { ReviewRow.precedes(records[$0], records[$1]) }
    return zip(ids, places).compactMap { id, place in
      counts[place] ? records[place].review(row: id) : nil
    }
  }
}
