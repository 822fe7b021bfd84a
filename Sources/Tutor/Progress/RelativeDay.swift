/// A day as seen from today.
enum RelativeDay {
  /// `today`, `tomorrow`, or `in 5 days`.
  static func words(_ days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    default: "in \(days) days"
    }
  }
}
