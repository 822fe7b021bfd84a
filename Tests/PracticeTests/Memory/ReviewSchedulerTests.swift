import PortKnowledge
import Practice
import Testing

@Suite("The times of a card's reviews")
struct ReviewSchedulerTests {
  private let scheduler = ReviewScheduler(model: FSRS6())

  @Test("are those of the reference implementation")
  func reference() {
    let grades: [Grade] =
      Array(repeating: .good, count: 6) + [.again, .again] + Array(repeating: .good, count: 5)
    let cards = course(grades, by: scheduler)
    #expect(cards.map(\.intervalDays) == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
    #expect(cards.last?.lapseCount == 1)
    #expect(cards.last?.reviewCount == 13)
  }

  @Test("lead to the memory of the reference implementation")
  func memory() {
    var card: CardMemory?
    var day = 20_000
    let grades: [Grade] = [.again, .good, .good, .good, .good, .good]
    for (grade, elapsed) in zip(grades, [0, 0, 1, 3, 8, 21]) {
      day += elapsed
      card = scheduler.next(card, after: review(grade, at: Int64(day) * 86_400 + 36_000))
    }
    #expect(abs((card?.memory.stability ?? 0) - 53.62691) < 1e-4)
    #expect(abs((card?.memory.difficulty ?? 0) - 6.3574867) < 1e-6)
  }

  @Test(
    "follow the steps of a new card",
    arguments: [
      ([.again], .learning(step: 0), 60),
      ([.hard], .learning(step: 0), 330),
      ([.good], .learning(step: 1), 600),
      ([.good, .again], .learning(step: 0), 60),
      ([.good, .hard], .learning(step: 1), 600),
      ([.good, .good], .review, nil),
      ([.easy], .review, nil),
      ([.good, .good, .hard], .review, nil),
      ([.good, .good, .again], .relearning(step: 0), 600),
      ([.easy, .again, .hard], .relearning(step: 0), 900),
      ([.easy, .again, .again], .relearning(step: 0), 600),
      ([.easy, .again, .good], .review, nil),
      ([.easy, .again, .easy], .review, nil),
    ] as [([Grade], CardMemory.Phase, Int64?)])
  func steps(grades: [Grade], phase: CardMemory.Phase, wait: Int64?) throws {
    let card = try #require(course(grades, by: scheduler).last)
    #expect(card.phase == phase)
    switch card.due {
    case .moment(let moment): #expect(moment - card.lastSeconds == wait)
    case .day(let day): #expect(day > card.lastDay && wait == nil)
    }
  }

  @Test("are days at once where there are no steps")
  func noSteps() {
    let settings = ScheduleSettings(learningSteps: [], relearningSteps: [])
    let cards = course(
      [.again, .good, .again], by: ReviewScheduler(model: FSRS6(), settings: settings))
    #expect(cards.allSatisfy { $0.phase == .review && $0.intervalDays >= 1 })
    #expect(cards.map(\.lapseCount) == [0, 0, 1])
  }

  @Test("go on where newer settings have fewer steps", arguments: Grade.allCases)
  func fewerSteps(grade: Grade) {
    let many = ReviewScheduler(
      model: FSRS6(), settings: ScheduleSettings(learningSteps: [60, 300, 600, 900]))
    let card = course([.good, .good, .good], by: many).last
    #expect(card?.phase == .learning(step: 3))
    let next = scheduler.next(card, after: review(grade, at: 1_000_000))
    #expect(next.phase == (grade == .again ? .learning(step: 0) : .review))
  }

  @Test("keep to the desired retention and the longest interval")
  func settings() {
    func intervals(_ settings: ScheduleSettings) -> [Int] {
      course(
        Array(repeating: .good, count: 6), by: ReviewScheduler(model: FSRS6(), settings: settings)
      ).map(\.intervalDays)
    }
    #expect(intervals(ScheduleSettings(maximumInterval: 100)) == [0, 2, 11, 46, 100, 100])
    let rare = intervals(ScheduleSettings(desiredRetention: 0.8))
    let often = intervals(ScheduleSettings(desiredRetention: 0.95))
    #expect(rare[2] > 11 && often[2] < 11)
    #expect(intervals(ScheduleSettings(desiredRetention: 7)).allSatisfy { $0 < 46 })
    #expect(ScheduleSettings(desiredRetention: .nan).desiredRetention == 0.9)
    #expect(ScheduleSettings(maximumInterval: .min).maximumInterval == 1)
    #expect(ScheduleSettings(learningSteps: [-5, .max]).learningSteps == [0, 86_400])
  }

  @Test("are a little different with fuzz, and the same for the same seed", arguments: 0..<20)
  func fuzz(seed: UInt64) throws {
    let card = try #require(course([.good, .good, .good, .good], by: scheduler).last)
    #expect(card.intervalDays == 46)
    let moment = Int64(card.lastDay + 46) * 86_400
    func fuzzed(_ seed: UInt64) -> Int {
      var generator = SeededGenerator(seed: seed)
      return scheduler.next(card, after: review(.good, at: moment), fuzz: &generator).intervalDays
    }
    // 163 days: 1 + 0.15 · 4.5 + 0.1 · 13 + 0.05 · 143 = 10.125 days to either side.
    #expect((153...173).contains(fuzzed(seed)))
    #expect(fuzzed(seed) == fuzzed(seed))
    let all = Set((seed..<seed + 200).map(fuzzed))
    #expect(all.count > 10)
  }

  @Test("are not changed by fuzz below 2.5 days, nor beyond the longest interval")
  func fuzzLimits() {
    let short = ReviewScheduler(model: FSRS6(), settings: ScheduleSettings(maximumInterval: 12))
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<50 {
      var card: CardMemory?
      var intervals: [Int] = []
      for grade in [.good, .good, .good, .good] as [Grade] {
        let moment = card.map(moment) ?? 0
        card = short.next(card, after: review(grade, at: moment), fuzz: &generator)
        intervals.append(card?.intervalDays ?? -1)
      }
      #expect(intervals[0] == 0 && intervals[1] == 2)
      #expect((9...12).contains(intervals[2]) && (10...12).contains(intervals[3]))
    }
  }

  /// The card after each of its reviews, every one of them made when it is due.
  private func course(_ grades: [Grade], by scheduler: ReviewScheduler<FSRS6>) -> [CardMemory] {
    var cards: [CardMemory] = []
    for grade in grades {
      let moment = cards.last.map(moment) ?? 20_000 * 86_400 + 36_000
      cards.append(scheduler.next(cards.last, after: review(grade, at: moment)))
    }
    return cards
  }

  /// When a card is due, on its day at the time of its latest review.
  private func moment(_ card: CardMemory) -> Int64 {
    switch card.due {
    case .moment(let moment): moment
    case .day: card.lastSeconds + Int64(card.intervalDays) * 86_400
    }
  }

  private func review(_ grade: Grade, at seconds: Int64) -> Review {
    Review(row: 0, cardID: "card", grade: grade, seconds: seconds, zoneOffset: 0, rolloverHour: 0)
  }
}
