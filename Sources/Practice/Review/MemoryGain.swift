/// What a session did for the memory of its cards.
public struct MemoryGain: Hashable, Sendable {
  /// The mean chance to recall the cards on the day of the session, before it; a card that was met
  /// for the first time counts as 0.
  public var recallBefore: Double
  /// How many days it takes, in the middle of all cards, until the chance of recall falls to 90 %.
  public var stabilityAfter: Double

  /// What became of some cards between two states; nil without any card.
  ///
  /// - Parameters:
  ///   - ids: The cards of the session; one that was asked twice counts once.
  ///   - before: Where every card stood before the session.
  ///   - after: Where every card stands now.
  ///   - today: The study day of the session, in days since 1970-01-01.
  public init?<Model: MemoryModel>(
    of ids: Set<String>, from before: MemoryReplay<Model>, to after: MemoryReplay<Model>, today: Int
  ) {
    let stabilities = ids.compactMap { after.cards[$0]?.memory.stability }.sorted()
    guard let recall = Readiness(before).meanRecall(of: ids, on: today), !stabilities.isEmpty
    else { return nil }
    recallBefore = recall
    stabilityAfter = stabilities[stabilities.count / 2]
  }
}
