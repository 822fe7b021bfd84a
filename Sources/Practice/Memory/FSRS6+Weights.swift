extension FSRS6 {
  /// The 21 numbers of the model that are fitted to reviews.
  ///
  /// | number | what it governs |
  /// | --- | --- |
  /// | 0–3 | the stability after a first Again, Hard, Good and Easy, in days |
  /// | 4–5 | the difficulty after a first review |
  /// | 6–7 | how a difficulty moves, and returns to the middle |
  /// | 8–10 | how stability grows when a card is recalled |
  /// | 11–14 | what stability a lapse leaves |
  /// | 15–16 | the penalty of Hard and the bonus of Easy |
  /// | 17–19 | reviews on the same day |
  /// | 20 | how flat the forgetting curve is |
  public struct Weights: Hashable, Sendable {
    /// The numbers, from 0 to 20.
    public let values: [Double]

    /// Takes a learner's own weights; nil unless there are 21, each within the limits of the
    /// reference implementation.
    ///
    /// - Parameter values: The numbers in their usual order.
    public init?(_ values: [Double]) {
      guard values.count == Self.limits.count,
        zip(values, Self.limits).allSatisfy({ $1.contains($0) })
      else { return nil }
      self.values = values
    }

    private init(published values: [Double]) {
      self.values = values
    }

    /// The weight of a number from 0 to 20.
    subscript(_ number: Int) -> Double { values[number] }

    /// The weights that the project publishes for a learner without a history.
    public static let published = Weights(published: [
      0.212, 1.2931, 2.3065, 8.2956,
      6.4133, 0.8334, 3.0194, 0.001,
      1.8722, 0.1666, 0.796,
      1.4835, 0.0614, 0.2629, 1.6483,
      0.6014, 1.8729,
      0.5425, 0.0912, 0.0658,
      0.1542,
    ])

    /// What each weight may be, so that no formula leaves the real numbers.
    static let limits: [ClosedRange<Double>] = [
      0.001...100, 0.001...100, 0.001...100, 0.001...100,
      1...10, 0.001...4, 0.001...4, 0.001...0.75,
      0...4.5, 0...0.8, 0.001...3.5,
      0.001...5, 0.001...0.25, 0.001...0.9, 0...4,
      0...1, 1...6,
      0...2, 0...2, 0...0.8,
      0.1...0.8,
    ]
  }
}
