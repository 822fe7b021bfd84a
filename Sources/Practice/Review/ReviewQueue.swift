/// What is asked in a session of reviews, one card after the other.
///
/// A value without a clock: every call is told the time. The same calls give the same order.
public struct ReviewQueue<Model: MemoryModel>: Sendable {
  /// What a session did.
  public struct Gain: Hashable, Sendable {
    /// How many reviews there were.
    public var reviews = 0
    /// How many of them were remembered.
    public var remembered = 0
    /// How many cards were met for the first time.
    public var newCards = 0

    /// Nothing yet.
    public init() {}
  }

  /// Where every card stands.
  public private(set) var replay: MemoryReplay<Model>
  /// What was done up to now.
  public private(set) var gain = Gain()
  /// The card that was asked last; its kin are not asked next where anything else is due.
  public private(set) var last: StudyCard?

  private let cards: [StudyCard]
  /// The ids of the cards that are asked today although they are not due.
  private let extra: Set<String>
  /// The ids of cards that were left out in this session.
  private var skipped: Set<String> = []
  /// How many cards may still be met for the first time.
  private var newLeft: Int
  /// What ``undo()`` goes back to: before each review, and the card that was asked in it.
  private var past: [(queue: Self, card: StudyCard)] = []

  /// A session over some cards.
  ///
  /// - Parameters:
  ///   - cards: What there is to learn, new cards in the order of learning.
  ///   - replay: Where each card stands.
  ///   - newLimit: How many cards may be met for the first time.
  ///   - extra: The ids of cards that are asked today although they are not due, because a date to
  ///     be ready for comes near; their schedule is not touched otherwise.
  public init(
    cards: [StudyCard], replay: MemoryReplay<Model>, newLimit: Int, extra: Set<String> = []
  ) {
    self.cards = cards
    self.extra = extra
    self.replay = replay
    newLeft = max(0, newLimit)
  }

  /// The cards that are to be asked at a moment, the weakest first, after them those that a date
  /// to be ready for asks for, and then new ones.
  ///
  /// - Parameters:
  ///   - seconds: Now, in seconds since 1970-01-01 00:00 UTC.
  ///   - today: Today's study day, in days since 1970-01-01.
  /// - Returns: The cards; empty where nothing is left for now.
  public func due(at seconds: Int64, today: Int) -> [StudyCard] {
    let readiness = Readiness(replay)
    let weakest = cards.compactMap { card -> (card: StudyCard, recall: Double)? in
      guard let memory = replay.cards[card.id], memory.isDue(at: seconds, today: today),
        !skipped.contains(card.id)
      else { return nil }
      return (card, readiness.recall(of: card.id, on: today))
    }
    // Swift's sort is stable: equals stay in the order of learning.
    return weakest.sorted { $0.recall < $1.recall }.map(\.card)
      + cards.filter { isPlaced($0, at: seconds, today: today) }
      + cards.filter { replay.cards[$0.id] == nil && !skipped.contains($0.id) }.prefix(newLeft)
  }

  /// Whether a card that is not due is to be asked today all the same, once.
  private func isPlaced(_ card: StudyCard, at seconds: Int64, today: Int) -> Bool {
    guard extra.contains(card.id), !skipped.contains(card.id), let memory = replay.cards[card.id],
      memory.phase == .review
    else { return false }
    return memory.elapsedDays(on: today) > 0 && !memory.isDue(at: seconds, today: today)
  }

  /// The next card; nil where the session is over for now.
  ///
  /// - Parameters:
  ///   - seconds: Now, in seconds since 1970-01-01 00:00 UTC.
  ///   - today: Today's study day, in days since 1970-01-01.
  /// - Returns: The first card that is due and no kin of the last one, otherwise the first that is
  ///   due; where none is, one whose learning step ends soon.
  public func next(at seconds: Int64, today: Int) -> StudyCard? {
    let due = due(at: seconds, today: today)
    return due.first { $0.kin != last?.kin } ?? due.first
      ?? soon(at: seconds).first { $0 != last } ?? soon(at: seconds).first
  }

  /// Counts a review of a card.
  ///
  /// - Parameters:
  ///   - review: The review as it is kept.
  ///   - card: Its card.
  /// - Returns: False where its row is not later than the ones before; then nothing changed.
  @discardableResult
  public mutating func add(_ review: Review, of card: StudyCard) -> Bool {
    let before = self
    let isNew = replay.cards[card.id] == nil
    guard replay.add(review) else { return false }
    past = before.past + [(before.forgettingPast(), card)]
    if past.count > Self.undoLimit { past.removeFirst() }
    last = card
    newLeft -= isNew ? min(1, newLeft) : 0
    gain.reviews += 1
    gain.remembered += review.grade > .again ? 1 : 0
    gain.newCards += isNew ? 1 : 0
    return true
  }

  /// Leaves a card out for the rest of the session; its schedule stays as it is.
  public mutating func skip(_ card: StudyCard) {
    skipped.insert(card.id)
    last = card
  }

  /// Goes back to before the latest review of this session; what was left out since then stays so.
  ///
  /// - Returns: The card that was asked then; nil where there is nothing to go back to.
  public mutating func undo() -> StudyCard? {
    guard let (before, card) = past.last else { return nil }
    let (rest, left) = (past.dropLast(), skipped)
    self = before
    past = Array(rest)
    skipped.formUnion(left)
    skipped.remove(card.id)
    return card
  }

  /// When the next card is due, in study days from today; nil where no card was ever met.
  public func daysToNext(today: Int) -> Int? {
    cards.compactMap { replay.cards[$0.id]?.dueDay(today: today) }.min()
      .map { StudyDay.elapsed(from: today, to: $0) }
  }

  /// The cards whose learning step ends within the next twenty minutes, the soonest first.
  private func soon(at seconds: Int64) -> [StudyCard] {
    cards.compactMap { card -> (card: StudyCard, moment: Int64)? in
      guard case .moment(let moment)? = replay.cards[card.id]?.due, !skipped.contains(card.id),
        moment <= seconds.addingReportingOverflow(Self.ahead).partialValue
      else { return nil }
      return (card, moment)
    }
    .sorted { $0.moment < $1.moment }.map(\.card)
  }

  private func forgettingPast() -> Self {
    var copy = self
    copy.past = []
    return copy
  }

  /// How far ahead a learning step is taken where nothing else is left, in seconds.
  private static var ahead: Int64 { 1_200 }
  /// How many reviews can be taken back.
  private static var undoLimit: Int { 50 }
}
