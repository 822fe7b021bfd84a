/// Which reviews make a learner ready by a date.
public struct ReadinessPlan: Hashable, Sendable {
  /// A day before the date.
  public struct Day: Hashable, Sendable {
    /// The study day, in days since 1970-01-01.
    public var number: Int
    /// How many cards the ordinary schedule asks on it.
    public var ordinary: Int
    /// The ids of the cards that are asked on it for the sake of the date.
    public var placed: [String]

    /// How many cards are asked on it in all.
    public var total: Int { ordinary + placed.count }

    /// A day and its reviews.
    public init(number: Int, ordinary: Int = 0, placed: [String] = []) {
      self.number = number
      self.ordinary = ordinary
      self.placed = placed
    }
  }

  /// Every day from today to the one before the date.
  public var days: [Day]
  /// The mean chance of recall on the date if all goes as planned; nil without any card.
  public var expectedRecall: Double?
  /// The ids of the cards that stay below the wanted chance of recall all the same.
  public var belowRetention: [String]

  /// A plan from its parts.
  public init(days: [Day], expectedRecall: Double?, belowRetention: [String]) {
    self.days = days
    self.expectedRecall = expectedRecall
    self.belowRetention = belowRetention
  }
}
