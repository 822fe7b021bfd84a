/// What a learner may choose about the times of reviews.
public struct ScheduleSettings: Hashable, Sendable {
  /// The chance of recall at which a card is asked again, from 0.7 to 0.99.
  public let desiredRetention: Double
  /// The waits between the reviews of a new card before its first interval of days, in seconds.
  public let learningSteps: [Int]
  /// The waits between the reviews of a forgotten card before its next interval, in seconds.
  public let relearningSteps: [Int]
  /// The longest interval, in days, at least 1.
  public let maximumInterval: Int

  /// Settings; those of the reference implementation where none are given.
  ///
  /// - Parameters:
  ///   - desiredRetention: The chance of recall at which a card is asked again. What lies outside
  ///     0.7 to 0.99 counts as the nearer limit, and what is no number as 0.9.
  ///   - learningSteps: The waits of a new card, in seconds, each counted as from 0 to a day;
  ///     without any, a new card gets an interval of days at once.
  ///   - relearningSteps: The waits of a forgotten card, likewise.
  ///   - maximumInterval: The longest interval, in days, counted as from 1 to 36,500.
  public init(
    desiredRetention: Double = 0.9, learningSteps: [Int] = [60, 600],
    relearningSteps: [Int] = [600], maximumInterval: Int = 36_500
  ) {
    self.desiredRetention =
      desiredRetention.isNaN ? 0.9 : min(max(desiredRetention, 0.7), 0.99)
    self.learningSteps = learningSteps.map { min(max($0, 0), 86_400) }
    self.relearningSteps = relearningSteps.map { min(max($0, 0), 86_400) }
    self.maximumInterval = min(max(maximumInterval, 1), 36_500)
  }
}
