import GRDB
import Practice

/// The table `goals` and its rows.
enum GoalRow: TimedLogTable {
  static let name = "goals"
  static let columns = ["ready_day", "set_at_ms", "zone_offset_s"]
  static let momentColumn = "set_at_ms"

  static func values(of goal: GoalRecord) -> [DatabaseValue] {
    [
      goal.readyDay?.databaseValue ?? .null, goal.setAt.databaseValue,
      goal.zoneOffset.databaseValue,
    ]
  }

  static func record(from values: inout RowReader) throws -> GoalRecord {
    GoalRecord(
      readyDay: try values.nextIfPresent(Int.self), setAt: try values.next(Int64.self),
      zoneOffset: try values.next(Int.self))
  }
}
