extension MemoryReplay {
  /// How many days the latest review lies ahead of today, where that is further than a journey
  /// explains; 0 otherwise.
  ///
  /// Then the clock was wrong when the review was made, or is wrong now.
  ///
  /// - Parameter today: Today's study day, in days since 1970-01-01.
  /// - Returns: A number of days, 0 or at least 2.
  public func daysAhead(of today: Int) -> Int {
    cards.values.filter { $0.isAhead(of: today) }
      .map { StudyDay.elapsed(from: today, to: $0.lastDay) }.max() ?? 0
  }

  /// One sentence for the learner where the log is ahead of the clock; nil where it is not.
  ///
  /// - Parameter today: Today's study day, in days since 1970-01-01.
  /// - Returns: What is wrong, and what becomes of the cards.
  public func clockNotice(today: Int) -> String? {
    let days = daysAhead(of: today)
    guard days > 0 else { return nil }
    return
      "The clock has moved: the latest review is \(days) days ahead of today. Nothing is lost; "
      + "its cards are asked again, and their schedule counts from then on."
  }
}
