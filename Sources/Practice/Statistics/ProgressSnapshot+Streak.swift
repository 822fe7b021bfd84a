extension ProgressSnapshot {
  /// How many study days in a row something was answered or reviewed, up to today.
  ///
  /// A streak that ended yesterday still stands: today is not over. It is 0 when neither today nor
  /// yesterday is a day of study. Days after today, which a clock that ran ahead can leave behind, do
  /// not count.
  ///
  /// - Parameter today: Today's study day, in days since 1970-01-01.
  /// - Returns: A number of days.
  public func streak(today: Int) -> Int {
    let studied = Set(days.map(\.number))
    var day = studied.contains(today) ? today : today - 1
    var length = 0
    while studied.contains(day) {
      length += 1
      day -= 1
    }
    return length
  }
}

extension ProgressSnapshot.Tally {
  /// The share of right answers from 0 to 100, rounded to the nearest; nil without any answer.
  public var percentage: Int? {
    total > 0 ? (correct * 200 + total) / (total * 2) : nil
  }
}
