import GRDB
import Practice

/// The table `lessons` and its rows.
enum LessonRow {
  /// Adds a finished lesson.
  static func insert(_ lesson: LessonRecord, into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO lessons (lesson_id, finished_at_ms, zone_offset_s) VALUES (?, ?, ?)",
      arguments: [storedText(lesson.lessonID), lesson.finishedAt, lesson.zoneOffset])
  }

  /// Hands out every finished lesson, the oldest first.
  static func forEach(in database: Database, _ body: (LessonRecord) -> Void) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT lesson_id, finished_at_ms, zone_offset_s FROM lessons ORDER BY id")
    while let row = try rows.next() {
      var values = RowReader(row)
      body(
        LessonRecord(
          lessonID: try values.next(String.self), finishedAt: try values.next(Int64.self),
          zoneOffset: try values.next(Int.self)))
    }
  }
}
