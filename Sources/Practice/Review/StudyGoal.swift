/// A date to be ready for, and the way there.
public struct StudyGoal: Hashable, Sendable {
  /// The date's study day, in days since 1970-01-01.
  public let readyDay: Int
  /// Today's study day.
  public let today: Int
  /// The mean chance of recall on the date over all cards, if nothing were reviewed any more.
  public let readiness: Double
  /// What to review on each day until then.
  public let plan: ReadinessPlan
  /// The cards that were reviewed before and are to be reviewed today for the sake of the date.
  public let placedToday: Set<String>
  /// How many cards are to be met for the first time today.
  public let newToday: Int

  /// The chance of recall that is wanted on the date.
  public static let retention = 0.9

  /// A goal over some cards; nil without any card.
  ///
  /// - Parameters:
  ///   - cards: What is to be known on the date, in the order of learning.
  ///   - memory: Where each card stands.
  ///   - today: Today's study day, in days since 1970-01-01.
  ///   - readyDay: The date's study day.
  public init?(
    of cards: [StudyCard], memory: MemoryReplay<some MemoryModel>, today: Int, readyDay: Int
  ) {
    let ids = cards.map(\.id)
    let readiness = Readiness(memory)
    guard let mean = readiness.meanRecall(of: ids, on: max(today, readyDay)) else { return nil }
    self.readyDay = readyDay
    self.today = today
    self.readiness = mean
    plan = readiness.plan(for: ids, today: today, readyDay: readyDay, retention: Self.retention)
    let placed = plan.days.first { $0.number == today }?.placed ?? []
    placedToday = Set(placed.filter { memory.cards[$0] != nil })
    newToday = placed.count - placedToday.count
  }

  /// Days from today to the date; 0 where it is today or over.
  public var daysLeft: Int { StudyDay.elapsed(from: today, to: readyDay) }
}
