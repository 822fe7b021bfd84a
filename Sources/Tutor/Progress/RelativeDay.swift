/// A day as seen from today, and by its weekday.
enum RelativeDay {
  /// `today`, `tomorrow`, or `in 5 days`.
  static func words(_ days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    default: "in \(days) days"
    }
  }

  /// `today`, `yesterday`, or `5 days ago`.
  static func past(_ days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "yesterday"
    default: "\(days) days ago"
    }
  }

  /// The days since the Monday of a study day's week, from 0 to 6.
  static func daysSinceMonday(_ day: Int) -> Int {
    // Day 0, 1970-01-01, was a Thursday.
    ((day % 7) + 7 + 3) % 7
  }

  /// The weekday of a study day, in three letters.
  static func weekday(_ day: Int) -> String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][daysSinceMonday(day)]
  }
}
