import GRDB
import Practice

/// The table `answers` and its rows.
enum AnswerRow {
  private static let columns = """
    item_id, topic, kind, is_correct, given, duration_ms, used_hint, answered_at_ms, zone_offset_s
    """

  /// Adds an answer.
  static func insert(_ answer: AnswerRecord, into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO answers (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        storedText(answer.itemID), storedText(answer.topic), answer.kind.rawValue,
        answer.isCorrect, storedText(answer.given), answer.durationMilliseconds,
        answer.usedHint, answer.answeredAt, answer.zoneOffset,
      ])
  }

  /// Hands out every answer, the oldest first.
  static func forEach(in database: Database, _ body: (AnswerRecord) -> Void) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT \(columns) FROM answers ORDER BY id")
    while let row = try rows.next() { body(try answer(row)) }
  }

  /// The latest answers, the newest first.
  static func newest(_ limit: Int, in database: Database) throws -> [AnswerRecord] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(columns) FROM answers ORDER BY id DESC LIMIT ?",
      arguments: [max(limit, 0)])
    var answers: [AnswerRecord] = []
    while let row = try rows.next() { answers.append(try answer(row)) }
    return answers
  }

  private static func answer(_ row: Row) throws -> AnswerRecord {
    var values = RowReader(row)
    let itemID = try values.next(String.self)
    let topic = try values.next(String.self)
    guard let kind = AnswerRecord.Kind(rawValue: try values.next(String.self)) else {
      throw RowReader.damage
    }
    return AnswerRecord(
      itemID: itemID, topic: topic, kind: kind,
      isCorrect: try values.next(Bool.self), given: try values.next(String.self),
      durationMilliseconds: try values.next(Int.self), usedHint: try values.next(Bool.self),
      answeredAt: try values.next(Int64.self), zoneOffset: try values.next(Int.self))
  }
}
