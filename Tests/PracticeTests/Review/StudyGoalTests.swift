import PortKnowledge
import Practice
import Testing

@Suite("A date to be ready for")
struct StudyGoalTests {
  private static let today = 20_000
  private static let seconds = Int64(today) * 86_400 + 12 * 3_600

  /// Two cards of the table and a skill, of which the first is known for long, the second for short.
  private static let cards: [StudyCard] = {
    let services = [443, 22].flatMap { ServiceTable.services(on: PortNumber($0)).prefix(1) }
    return services.map { StudyCard(.port($0, .number)) }
      + [StudyCard(.skill(family: "bind-pair", .easy))]
  }()

  /// Where they stand: good reviews on days before today, by card.
  private func memory(_ days: [[Int]]) -> MemoryReplay<FSRS6> {
    var replay = MemoryReplay(scheduler: ReviewScheduler(model: FSRS6()))
    var row: Int64 = 0
    for (card, days) in zip(Self.cards, days) {
      for day in days {
        row += 1
        replay.add(
          Review(
            row: row, cardID: card.id, grade: .good, seconds: Self.seconds - Int64(day) * 86_400,
            zoneOffset: 0, rolloverHour: 4))
      }
    }
    return replay
  }

  @Test("places a review only for what would be forgotten by then, and leaves the schedule alone")
  func placed() throws {
    let memory = memory([[100, 100, 90, 40], [3, 3], []])
    let goal = try #require(
      StudyGoal(of: Self.cards, memory: memory, today: Self.today, readyDay: Self.today + 1))
    #expect(goal.daysLeft == 1)
    #expect(goal.newToday == 1)
    #expect(!goal.placedToday.contains(Self.cards[0].id))
    let mean = Readiness(memory).meanRecall(of: Self.cards.map(\.id), on: Self.today + 1)
    #expect(goal.readiness == mean)
    #expect(try #require(goal.plan.expectedRecall) > goal.readiness)
  }

  @Test("the queue asks what is placed once, after what is due and before what is new")
  func queue() throws {
    // The second card's interval has begun yesterday, so it is not due today.
    let memory = memory([[100, 100, 90, 40], [1, 1], []])
    let id = Self.cards[1].id
    #expect(memory.cards[id]?.isDue(at: Self.seconds, today: Self.today) == false)
    var queue = ReviewQueue(cards: Self.cards, replay: memory, newLimit: 1, extra: [id])
    let due = queue.due(at: Self.seconds, today: Self.today).map(\.id)
    #expect(due.suffix(2) == [id, Self.cards[2].id])
    let review = Review(
      row: (memory.lastRow ?? 0) + 1, cardID: id, grade: .good, seconds: Self.seconds,
      zoneOffset: 0,
      rolloverHour: 4)
    queue.add(review, of: Self.cards[1])
    #expect(!queue.due(at: Self.seconds, today: Self.today).map(\.id).contains(id))
    // Without it nothing but the ordinary schedule is asked.
    let plain = ReviewQueue(cards: Self.cards, replay: memory, newLimit: 1)
    #expect(!plain.due(at: Self.seconds, today: Self.today).map(\.id).contains(id))
  }

  @Test("a date that is over leaves nothing to place; without cards there is no goal")
  func edges() throws {
    let memory = memory([[10], [10], []])
    let goal = try #require(
      StudyGoal(of: Self.cards, memory: memory, today: Self.today, readyDay: Self.today - 3))
    #expect(goal.daysLeft == 0 && goal.plan.days.isEmpty && goal.placedToday.isEmpty)
    #expect(StudyGoal(of: [], memory: memory, today: Self.today, readyDay: Self.today + 9) == nil)
  }
}
