public import Practice

/// A date to be ready for as somebody typed it.
public enum GoalDate {
  /// Why a text is no date to be ready for, as a sentence.
  public struct Fault: Error, Hashable, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// Reads a date.
  ///
  /// - Parameters:
  ///   - text: The date as ISO 8601 writes it.
  ///   - today: Today's study day, in days since 1970-01-01.
  /// - Returns: The date, which lies after today and at most ``Readiness/horizon`` days ahead.
  /// - Throws: A ``Fault`` that says what is wrong and what to do.
  public static func read(_ text: String, today: Int) throws(Fault) -> CivilDate {
    let now = CivilDate(dayNumber: today)
    guard let date = CivilDate(text) else {
      throw Fault(
        description: "'\(text.prefix(40))' is no date; write it as 2030-06-01.")
    }
    guard date > now else {
      throw Fault(
        description: date == now
          ? "\(date) is today; choose a later day." : "\(date) is over; today is \(now).")
    }
    let latest = CivilDate(dayNumber: today + Readiness<FSRS6>.horizon)
    guard date <= latest else {
      throw Fault(
        description: "\(date) is too far ahead; choose a day up to \(latest).")
    }
    return date
  }
}
