import GRDB
import Practice

/// The log of reviews as the schedule is counted from it.
enum ReviewLog {
  /// Every review that was not taken back, the oldest first, with rows that ascend.
  static func all(in database: Database) throws -> [Review] {
    let batches = try ImportRow.batches(of: ReviewRow.name, in: database)
    if !batches.isEmpty { return try merged(batches, in: database) }
    // Asking SQLite for each row whether it was taken back would cost a quarter more.
    var takenBack: Set<Int64> = []
    let rows = try Row.fetchCursor(database, sql: "SELECT review_id FROM review_withdrawals")
    while let row = try rows.next() {
      var values = RowReader(row)
      takenBack.insert(try values.next(Int64.self))
    }
    var reader = try ReviewReader(
      database, sql: "SELECT \(ReviewReader.scheduleColumns) FROM reviews ORDER BY id")
    var reviews: [Review] = []
    let last = try Int.fetchOne(database, sql: "SELECT max(id) FROM reviews") ?? 0
    reviews.reserveCapacity(min(last, 1 << 20))
    try reader.readReviews { if !takenBack.contains($0.row) { reviews.append($0) } }
    return reviews
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
    var reader = try ReviewReader(
      database,
      sql: """
        SELECT \(ReviewReader.scheduleColumns), duration_ms, review_withdrawals.id IS NULL
        FROM reviews LEFT JOIN review_withdrawals ON review_id = reviews.id ORDER BY reviews.id
        """)
    try reader.readRecords { id, record, isCounting in
      ids.append(id)
      records.append(record)
      counts.append(isCounting == 1)
    }
    let order = LogOrder(ids: ids, moments: records.map(\.reviewedAt), batches: batches)
    let places = order.positions { ReviewRow.precedes(records[$0], records[$1]) }
    return zip(ids, places).compactMap { id, place in
      counts[place] ? records[place].review(row: id) : nil
    }
  }
}
