import GRDB
import Practice

/// The table `quiz_places` and its rows.
enum QuizPlaceRow: LogTable {
  static let name = "quiz_places"
  static let columns = [
    "quiz_started_at_ms", "position", "question_count", "item_id", "answered_at_ms",
  ]

  static func values(of place: QuizPlaceRecord) -> [DatabaseValue] {
    [
      place.quizStartedAt.databaseValue, place.position.databaseValue,
      place.count.databaseValue, storedText(place.itemID), place.answeredAt.databaseValue,
    ]
  }

  static func record(from values: inout RowReader) throws -> QuizPlaceRecord {
    QuizPlaceRecord(
      quizStartedAt: try values.next(Int64.self), position: try values.next(Int.self),
      count: try values.next(Int.self), itemID: try values.next(String.self),
      answeredAt: try values.next(Int64.self))
  }
}
