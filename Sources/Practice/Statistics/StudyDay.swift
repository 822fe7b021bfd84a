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
  ///   - rolloverHour: The hour of the wall clock at which the day begins.
  /// - Returns: Days since 1970-01-01.
  public static func number(
    milliseconds: Int64, zoneOffset: Int, rolloverHour: Int = 0
  ) -> Int {
    number(
      seconds: flooredQuotient(milliseconds, 1_000), zoneOffset: zoneOffset,
      rolloverHour: rolloverHour)
  }

  /// Numbers the study day of a moment, which begins at an hour of the learner's choice: who
  /// learns after midnight still learns on the evening's day.
  ///
  /// - Parameters:
  ///   - seconds: The moment, in seconds since 1970-01-01 00:00 UTC.
  ///   - zoneOffset: The zone, in seconds east of UTC, counted as from −24 to 24 hours.
  ///   - rolloverHour: The hour of the wall clock at which the day begins, counted as from 0 to 23.
  /// - Returns: Days since 1970-01-01.
  public static func number(seconds: Int64, zoneOffset: Int, rolloverHour: Int) -> Int {
    let offset = min(max(zoneOffset, -secondsADay), secondsADay)
    let shift = Int64(offset - min(max(rolloverHour, 0), 23) * 3_600)
    let local = seconds.addingReportingOverflow(shift)
    let limited = local.overflow ? (shift < 0 ? .min : .max) : local.partialValue
    return Int(flooredQuotient(limited, Int64(secondsADay)))
  }

  /// The days from one study day to another, never negative.
  ///
  /// A clock that was set back, or a journey over the date line, can put a later row of the log on
  /// an earlier day; then no day has passed.
  ///
  /// - Parameters:
  ///   - earlier: The day of the earlier row, in days since 1970-01-01.
  ///   - later: The day of the later row.
  /// - Returns: Days, 0 or more.
  public static func elapsed(from earlier: Int, to later: Int) -> Int {
    guard later > earlier else { return 0 }
    let (days, overflow) = later.subtractingReportingOverflow(earlier)
    return overflow ? .max : days
  }

  /// The hour at which a study day begins unless the learner chooses another: who learns after
  /// midnight learns on the evening's day.
  public static let defaultRolloverHour = 4

  private static let secondsADay = 86_400

  /// The quotient rounded down, so that moments before 1970 fall on the right day too.
  private static func flooredQuotient(_ value: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
