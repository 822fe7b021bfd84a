/// How well a set of cards would be remembered on a day, and what is still to be done for it.
///
/// Cards are named by their ids. One without a memory was never reviewed.
public struct Readiness<Model: MemoryModel>: Sendable {
  /// Whose model and settings are used.
  public let scheduler: ReviewScheduler<Model>
  /// Where every reviewed card stands, by its id.
  public let memories: [String: CardMemory]

  /// How far ahead anything is counted, in days.
  public static var horizon: Int { 3_650 }

  /// Readiness by a replay of the log.
  public init(_ replay: MemoryReplay<Model>) {
    self.init(scheduler: replay.scheduler, memories: replay.cards)
  }

  /// Readiness from its parts.
  public init(scheduler: ReviewScheduler<Model>, memories: [String: CardMemory]) {
    self.scheduler = scheduler
    self.memories = memories
  }

  /// The chance to recall a card on a day without another review.
  ///
  /// - Parameters:
  ///   - id: The card.
  ///   - day: A study day, in days since 1970-01-01.
  /// - Returns: A probability; 0 for a card that was never reviewed.
  public func recall(of id: String, on day: Int) -> Double {
    memories[id].map { recall($0, on: day) } ?? 0
  }

  /// The mean chance of recall on a day without another review.
  ///
  /// - Parameters:
  ///   - ids: The cards; one that was never reviewed counts as 0.
  ///   - day: A study day, in days since 1970-01-01.
  /// - Returns: A probability; nil without any card.
  public func meanRecall(of ids: some Sequence<String>, on day: Int) -> Double? {
    Self.mean(ids.map { recall(of: $0, on: day) })
  }

  /// How many cards fall due on each of the next days, by what is scheduled today.
  ///
  /// A card counts once, on the day on which it is due next; one that is overdue counts today, and
  /// one that was never reviewed on no day.
  ///
  /// - Parameters:
  ///   - ids: The cards.
  ///   - today: Today's study day, in days since 1970-01-01.
  ///   - days: How many days, today included, counted as from 0 to ``horizon``.
  /// - Returns: A number for each day, today's first.
  public func dueCards(of ids: some Sequence<String>, today: Int, days: Int) -> [Int] {
    var counts = Array(repeating: 0, count: min(max(days, 0), Self.horizon))
    for id in ids {
      guard let card = memories[id] else { continue }
      let ahead = StudyDay.elapsed(from: today, to: card.dueDay(today: today))
      if counts.indices.contains(ahead) { counts[ahead] += 1 }
    }
    return counts
  }

  func recall(_ card: CardMemory, on day: Int) -> Double {
    scheduler.model.retrievability(card.memory, elapsedDays: Double(card.elapsedDays(on: day)))
  }

  static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
