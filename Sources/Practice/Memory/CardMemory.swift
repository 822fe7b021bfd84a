/// Where one card stands after its latest review; a card that was never reviewed has none.
public struct CardMemory: Hashable, Sendable {
  /// Which rule the next review follows.
  public enum Phase: Hashable, Sendable {
    /// New: at this learning step, from 0.
    case learning(step: Int)
    /// Known: asked at intervals of days.
    case review
    /// Forgotten: at this relearning step, from 0.
    case relearning(step: Int)
  }

  /// When a card is to be asked again.
  public enum Due: Hashable, Sendable {
    /// From a moment on, in seconds since 1970-01-01 00:00 UTC.
    case moment(Int64)
    /// From the beginning of a study day on, in days since 1970-01-01.
    case day(Int)
  }

  /// Which rule the next review follows.
  public var phase: Phase
  /// What the model knows of the memory.
  public var memory: MemoryState
  /// When the latest review took place, in seconds since 1970-01-01 00:00 UTC.
  public var lastSeconds: Int64
  /// The study day of the latest review, in days since 1970-01-01.
  public var lastDay: Int
  /// When the card is to be asked again.
  public var due: Due
  /// How many reviews there were.
  public var reviewCount: Int
  /// How often the card was forgotten after it was known.
  public var lapseCount: Int

  /// A card's state from its parts.
  public init(
    phase: Phase, memory: MemoryState, lastSeconds: Int64, lastDay: Int, due: Due,
    reviewCount: Int, lapseCount: Int
  ) {
    self.phase = phase
    self.memory = memory
    self.lastSeconds = lastSeconds
    self.lastDay = lastDay
    self.due = due
    self.reviewCount = reviewCount
    self.lapseCount = lapseCount
  }

  /// The days from the latest review to the next; 0 while the card is at a step.
  public var intervalDays: Int {
    if case .day(let day) = due { day - lastDay } else { 0 }
  }

  /// Days since the latest review, never negative.
  ///
  /// - Parameter day: A study day, in days since 1970-01-01.
  /// - Returns: Days; 0 where the clock or a journey put the day before that of the review.
  public func elapsedDays(on day: Int) -> Int {
    StudyDay.elapsed(from: lastDay, to: day)
  }

  /// Whether the latest review lies further ahead than a journey explains, so the clock was wrong
  /// then or is wrong now.
  ///
  /// A journey over the date line takes the learner back by one day at most.
  ///
  /// - Parameter today: Today's study day, in days since 1970-01-01.
  /// - Returns: Whether the review's day is later than tomorrow.
  public func isAhead(of today: Int) -> Bool {
    StudyDay.elapsed(from: today, to: lastDay) > 1
  }

  /// Whether the card is to be asked now.
  ///
  /// A card whose latest review lies ahead of the clock is due too. Its date may be decades away
  /// by mistake, and a card that is asked once too often is better than one that is lost; the
  /// review that follows puts it right.
  ///
  /// - Parameters:
  ///   - seconds: Now, in seconds since 1970-01-01 00:00 UTC.
  ///   - today: Today's study day, in days since 1970-01-01.
  /// - Returns: Whether it is due.
  public func isDue(at seconds: Int64, today: Int) -> Bool {
    switch due {
    case .day(let day): day <= today || isAhead(of: today)
    case .moment(let moment):
      // A clock that is put right by some seconds in the middle of a session changes nothing.
      moment <= seconds || lastSeconds.saturatingDistance(from: seconds) > Self.clockTolerance
    }
  }

  /// The study day from which on the card is due, as far as it is known today.
  ///
  /// A card at a step counts on the day of its latest review, though a step late in the evening
  /// can end on the next.
  ///
  /// - Parameter today: Today's study day, in days since 1970-01-01.
  /// - Returns: The day, today at the earliest.
  public func dueDay(today: Int) -> Int {
    guard !isAhead(of: today), case .day(let day) = due else { return today }
    return max(day, today)
  }

  /// How far a clock may go back before a wait is no longer trusted, in seconds.
  private static let clockTolerance: Int64 = 3_600
}

extension Int64 {
  /// How much greater this number is than another, limited to what fits.
  fileprivate func saturatingDistance(from other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (self > other ? .max : .min) : difference
  }
}
