import PortKnowledge
import Practice
import Testing

@Suite("How well a learner is prepared")
struct ReadinessTests {
  private let scheduler = ReviewScheduler(model: FSRS6())
  private let today = 20_000

  @Test("is the mean chance of recall, with 0 for what was never seen")
  func mean() throws {
    let readiness = Readiness(scheduler: scheduler, memories: ["a": known(10), "b": known(40)])
    let a = readiness.recall(of: "a", on: today + 10)
    let b = readiness.recall(of: "b", on: today + 10)
    #expect(abs(a - 0.9) < 1e-9)
    #expect(b > 0.95)
    #expect(readiness.recall(of: "c", on: today) == 0)
    let mean = try #require(readiness.meanRecall(of: ["a", "b", "c", "d"], on: today + 10))
    #expect(abs(mean - (a + b) / 4) < 1e-12)
    #expect(readiness.meanRecall(of: ["a", "b"], on: today) == 1)
    #expect(readiness.meanRecall(of: ["a"], on: today - 5) == 1)
    #expect(readiness.meanRecall(of: [String](), on: today) == nil)
  }

  @Test("forecasts the cards of each day, those overdue today")
  func dueCards() {
    var step = known(1)
    step.phase = .learning(step: 0)
    step.due = .moment(step.lastSeconds + 60)
    let readiness = Readiness(
      scheduler: scheduler,
      memories: [
        "step": step, "overdue": known(5, reviewed: today - 30),
        "today": known(7, reviewed: today - 7),
        "tomorrow": known(1), "soon": known(3), "also": known(3), "late": known(6),
        "later": known(7), "wrong clock": known(5, reviewed: today + 9_000),
      ])
    let ids = readiness.memories.keys.sorted() + ["unseen"]
    #expect(readiness.dueCards(of: ids, today: today, days: 7) == [4, 1, 0, 2, 0, 0, 1])
    #expect(readiness.dueCards(of: ["soon", "soon"], today: today, days: 4) == [0, 0, 0, 2])
    #expect(readiness.dueCards(of: ids, today: today, days: -1) == [])
    #expect(readiness.dueCards(of: ids, today: today, days: .max).reduce(0, +) == 9)
  }

  @Test("leaves the ordinary schedule alone where it is enough")
  func enough() throws {
    let readiness = Readiness(scheduler: scheduler, memories: ["a": known(10), "b": known(40)])
    let plan = readiness.plan(for: ["a", "b"], today: today, readyDay: today + 12, retention: 0.9)
    #expect(plan.days.map(\.number) == Array(today..<today + 12))
    #expect(plan.days.map(\.total).reduce(0, +) == 1)
    #expect(plan.days[10].ordinary == 1)
    #expect(plan.days.allSatisfy { $0.placed.isEmpty })
    #expect(plan.belowRetention == [])
    let expected = try #require(plan.expectedRecall)
    #expect(expected > 0.95)
  }

  @Test("places one review before the date where recall would be too low")
  func placed() throws {
    // Due the day after the date, so its chance of recall then is just above 90 %.
    let readiness = Readiness(scheduler: scheduler, memories: ["a": known(21)])
    #expect(readiness.recall(of: "a", on: today + 20) < 0.95)
    let plan = readiness.plan(for: ["a"], today: today, readyDay: today + 20, retention: 0.95)
    #expect(plan.days.map(\.total).reduce(0, +) == 1)
    #expect(plan.days.flatMap(\.placed) == ["a"])
    #expect(plan.belowRetention == [])
    let expected = try #require(plan.expectedRecall)
    #expect(expected >= 0.95)
  }

  @Test("spreads the reviews it places over the days")
  func spread() {
    let ids = (0..<40).map { "card \($0)" }
    let readiness = Readiness(
      scheduler: scheduler, memories: Dictionary(uniqueKeysWithValues: ids.map { ($0, known(21)) }))
    let plan = readiness.plan(for: ids, today: today, readyDay: today + 20, retention: 0.93)
    #expect(plan.days.flatMap(\.placed).sorted() == ids.sorted())
    let fullest = plan.days.map(\.total).max() ?? 0
    let used = plan.days.count { !$0.placed.isEmpty }
    #expect(used > 5)
    #expect(fullest == (40 + used - 1) / used)
  }

  @Test("places the first reviews of new cards, in their order")
  func unseen() throws {
    let ids = (0..<30).map { "card \($0)" }
    let readiness = Readiness(scheduler: scheduler, memories: [:])
    let plan = readiness.plan(
      for: ids + ids, today: today, readyDay: today + 30, retention: 0.9)
    #expect(plan.days.flatMap(\.placed).sorted() == ids.sorted())
    #expect(plan.days.first?.placed.first == "card 0")
    #expect(plan.belowRetention == [])
    let expected = try #require(plan.expectedRecall)
    #expect(expected >= 0.9)
    #expect((plan.days.map(\.total).max() ?? 0) < 10)
    #expect(plan.days.map(\.ordinary).reduce(0, +) > 30)
  }

  @Test(
    "chooses a day for a new card from which it holds until the date",
    arguments: [(0.9, 0, []), (0.93, 1, []), (0.99, 1, ["new"])] as [(Double, Int, [String])])
  func firstReview(retention: Double, day: Int, below: [String]) {
    // After two days the chance of recall of a new card is about 91 %, after one about 95 %.
    let plan = Readiness(scheduler: scheduler, memories: [:])
      .plan(for: ["new"], today: today, readyDay: today + 2, retention: retention)
    #expect(plan.days.firstIndex { $0.placed == ["new"] } == day)
    #expect(plan.belowRetention == below)
  }

  @Test("says which cards cannot be ready")
  func notReady() throws {
    let readiness = Readiness(scheduler: scheduler, memories: ["known": known(90)])
    let ids = ["known", "unseen"]
    for readyDay in [today, today - 3, .min] {
      let plan = readiness.plan(for: ids, today: today, readyDay: readyDay, retention: 0.9)
      #expect(plan.days == [])
      #expect(plan.belowRetention == ["unseen"])
      #expect(plan.expectedRecall == 0.5)
    }
    let plan = readiness.plan(for: ids, today: today, readyDay: today + 1, retention: 0.999)
    #expect(plan.belowRetention == ["known", "unseen"] || plan.belowRetention == ["unseen"])
    #expect(plan.days.count == 1)
    #expect(
      readiness.plan(for: [String](), today: today, readyDay: today + 2, retention: 0.9)
        == ReadinessPlan(
          days: [ReadinessPlan.Day(number: today), ReadinessPlan.Day(number: today + 1)],
          expectedRecall: nil, belowRetention: []))
    #expect(
      readiness.plan(for: ids, today: today, readyDay: .max, retention: 0.9).days.count == 3_650)
  }

  /// A card that falls to 90 % after so many days, as if its latest review had been Good.
  private func known(_ days: Int, reviewed: Int? = nil) -> CardMemory {
    let day = reviewed ?? today
    return CardMemory(
      phase: .review, memory: MemoryState(stability: Double(days), difficulty: 5),
      lastSeconds: Int64(day) * 86_400, lastDay: day, due: .day(day + days), reviewCount: 3,
      lapseCount: 0)
  }
}
