/// The calendar day of a moment where it was lived.
public enum StudyDay {
  /// Numbers the day of a moment in the zone that held at it.
  ///
  /// Each row brings its own offset, so a day stays what the learner's wall clock said even when
  /// summer time begins or the learner travels. An offset beyond ±24 hours, which no zone has,
  /// counts as that limit.
  ///
  /// - Parameters:
  ///   - milliseconds: The moment, in milliseconds since 1970-01-01 00:00 UTC.
  ///   - zoneOffset: The zone, in seconds east of UTC.
  /// - Returns: Days since 1970-01-01.
  public static func number(milliseconds: Int64, zoneOffset: Int) -> Int {
    let offset = Int64(min(max(zoneOffset, -secondsADay), secondsADay))
    let seconds = flooredQuotient(milliseconds, 1_000) + offset
    return Int(flooredQuotient(seconds, Int64(secondsADay)))
  }

  private static let secondsADay = 86_400

  /// The quotient rounded down, so that moments before 1970 fall on the right day too.
  private static func flooredQuotient(_ value: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
