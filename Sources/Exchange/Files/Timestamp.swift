import Practice

/// Moments as ISO 8601 writes them.
enum Timestamp {
  /// A moment in a zone, for example `2026-03-29T14:05:09+02:00`.
  ///
  /// - Parameters:
  ///   - milliseconds: Since 1970-01-01 00:00 UTC.
  ///   - zoneOffset: Seconds east of UTC; ISO 8601 has no seconds in it, so they are dropped.
  /// - Returns: The text; fractions of a second are left out.
  static func text(milliseconds: Int64, zoneOffset: Int) -> String {
    let minutes = zoneOffset / 60
    let seconds = floored(milliseconds, by: 1_000).quotient + Int64(minutes) * 60
    let (day, second) = floored(seconds, by: 86_400)
    let date = CivilDate(dayNumber: Int(day))
    let time = [second / 3_600, second / 60 % 60, second % 60].map { padded(Int($0)) }
    let sign = minutes < 0 ? "-" : "+"
    let zone = [minutes.magnitude / 60, minutes.magnitude % 60].map { padded(Int($0)) }
    return "\(date)T" + time.joined(separator: ":") + sign + zone.joined(separator: ":")
  }

  private static func floored(
    _ number: Int64, by divisor: Int64
  ) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
