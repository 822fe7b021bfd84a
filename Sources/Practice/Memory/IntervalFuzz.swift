/// By how much an interval may be made longer or shorter.
enum IntervalFuzz {
  /// The intervals among which chance chooses one.
  ///
  /// The spread is that of the reference implementation: a day, and 15 % of the days from 2.5 to
  /// 7, 10 % of those up to 20, and 5 % of the rest. Shorter intervals than 2.5 days stay.
  ///
  /// - Parameters:
  ///   - days: The interval that the model gives.
  ///   - maximum: The longest interval, in days.
  /// - Returns: Whole days, from 2 on and never more than the longest interval.
  static func range(around days: Int, maximum: Int) -> ClosedRange<Int> {
    guard days >= 3 else { return days...days }
    let length = Double(days)
    var spread = 1.0
    for part in parts {
      spread += part.share * max(min(length, part.end) - part.start, 0)
    }
    let upper = min(Int((length + spread).rounded(.toNearestOrEven)), maximum)
    let lower = Int((length - spread).rounded(.toNearestOrEven))
    return min(lower, upper)...upper
  }

  private static let parts: [(start: Double, end: Double, share: Double)] = [
    (2.5, 7, 0.15), (7, 20, 0.1), (20, .infinity, 0.05),
  ]
}
