import PortKnowledge

/// Where every card stands, counted from the log of reviews.
///
/// The log is what is kept, and this is never stored as the truth: adding each review as it is
/// made and reading the whole log again give the same bits.
public struct MemoryReplay<Model: MemoryModel>: Sendable {
  /// Who decides when a card is asked again.
  public let scheduler: ReviewScheduler<Model>
  /// Where the chance in the intervals comes from; nil for intervals as the model gives them.
  public let fuzzSeed: UInt64?
  /// The cards that were reviewed, by their ids.
  public private(set) var cards: [String: CardMemory] = [:]
  /// The latest row that was counted; nil while there is none.
  public private(set) var lastRow: Int64?

  /// Starts with an empty log.
  ///
  /// - Parameters:
  ///   - scheduler: Who decides when a card is asked again.
  ///   - fuzzSeed: Makes intervals a little longer or shorter, each by the seed and its row, so
  ///     that a replay does it again; nil for none of it.
  public init(scheduler: ReviewScheduler<Model>, fuzzSeed: UInt64? = nil) {
    self.scheduler = scheduler
    self.fuzzSeed = fuzzSeed
  }

  /// Replays a log.
  ///
  /// - Parameters:
  ///   - log: The reviews, in any order; they count in the order of their rows.
  ///   - scheduler: Who decides when a card is asked again.
  ///   - fuzzSeed: As in ``init(scheduler:fuzzSeed:)``.
  public init(
    _ log: some Collection<Review>, scheduler: ReviewScheduler<Model>, fuzzSeed: UInt64? = nil
  ) {
    self.init(scheduler: scheduler, fuzzSeed: fuzzSeed)
    // Mostly it is in order already; then nothing is copied.
    for review in log where !add(review) {
      self = Self(scheduler: scheduler, fuzzSeed: fuzzSeed)
      for review in log.sorted(by: { $0.row < $1.row }) { add(review) }
      return
    }
  }

  /// Counts the next review.
  ///
  /// - Parameter review: A review whose row is later than all before it.
  /// - Returns: False where the row is not later: it was counted already, or belongs in the middle
  ///   of the log. Then nothing changed, and only a replay of the whole log can count it.
  @discardableResult
  public mutating func add(_ review: Review) -> Bool {
    if let lastRow, review.row <= lastRow { return false }
    lastRow = review.row
    // Looked up once: a long log is read at every start.
    if let index = cards.index(forKey: review.cardID) {
      cards.values[index] = next(cards.values[index], after: review)
    } else {
      cards[review.cardID] = next(nil, after: review)
    }
    return true
  }

  private func next(_ card: CardMemory?, after review: Review) -> CardMemory {
    guard let fuzzSeed else { return scheduler.next(card, after: review) }
    var generator = SeededGenerator(seed: Self.mixed(fuzzSeed, row: review.row))
    return scheduler.next(card, after: review, fuzz: &generator)
  }

  /// A seed of each row's own, far from those of the rows beside it.
  private static func mixed(_ seed: UInt64, row: Int64) -> UInt64 {
    var generator = SeededGenerator(seed: seed ^ UInt64(bitPattern: row))
    return generator.next()
  }
}

extension MemoryReplay: Equatable where Model: Equatable {}
extension MemoryReplay: Hashable where Model: Hashable {}
