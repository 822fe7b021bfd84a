import GRDB
import Practice

/// The table `answers` and its rows.
enum AnswerRow: TimedLogTable {
  static let name = "answers"
  static let columns = [
    "item_id", "topic", "kind", "is_correct", "given", "duration_ms", "used_hint",
    "answered_at_ms", "zone_offset_s",
  ]
  static let momentColumn = "answered_at_ms"

  static func values(of answer: AnswerRecord) -> [DatabaseValue] {
    [
      storedText(answer.itemID), storedText(answer.topic), answer.kind.rawValue.databaseValue,
      answer.isCorrect.databaseValue, storedText(answer.given),
      answer.durationMilliseconds.databaseValue, answer.usedHint.databaseValue,
      answer.answeredAt.databaseValue, answer.zoneOffset.databaseValue,
    ]
  }

  static func record(from values: inout RowReader) throws -> AnswerRecord {
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
