import GRDB
import Practice

/// The table `lessons` and its rows.
enum LessonRow: TimedLogTable {
  static let name = "lessons"
  static let columns = ["lesson_id", "finished_at_ms", "zone_offset_s"]
  static let momentColumn = "finished_at_ms"

  static func values(of lesson: LessonRecord) -> [DatabaseValue] {
    [
      storedText(lesson.lessonID), lesson.finishedAt.databaseValue,
      lesson.zoneOffset.databaseValue,
    ]
  }

  static func record(from values: inout RowReader) throws -> LessonRecord {
    LessonRecord(
      lessonID: try values.next(String.self), finishedAt: try values.next(Int64.self),
      zoneOffset: try values.next(Int.self))
  }
}
