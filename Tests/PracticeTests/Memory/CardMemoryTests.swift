import Practice
import Testing

@Suite("A card's memory")
struct CardMemoryTests {
  private let scheduler = ReviewScheduler(model: FSRS6())

  @Test("is due from its day on, and not before")
  func day() {
    let card = known(on: 20_000)
    #expect(card.intervalDays == 8)
    #expect(!card.isDue(at: 20_007 * 86_400, today: 20_007))
    #expect(card.isDue(at: 20_008 * 86_400, today: 20_008))
    #expect(card.isDue(at: 30_000 * 86_400, today: 30_000))
    #expect(card.dueDay(today: 20_003) == 20_008)
    #expect(card.dueDay(today: 20_100) == 20_100)
  }

  @Test("at a step is due from its moment on, and not before")
  func moment() {
    let card = scheduler.next(nil, after: review(.good, at: 1_000_000))
    #expect(card.intervalDays == 0)
    #expect(!card.isDue(at: 1_000_599, today: 11))
    #expect(card.isDue(at: 1_000_600, today: 11))
    #expect(card.dueDay(today: 11) == 11)
    // A correction of the clock does not bring it back at once, a clock set back does.
    #expect(!card.isDue(at: 999_990, today: 11))
    #expect(card.isDue(at: 1_000_000 - 86_400, today: 10))
    #expect(card.isDue(at: .min, today: 11))
  }

  @Test("is not lost when the clock was wrong by years, nor shown again and again")
  func clockAhead() {
    let ahead = known(on: 20_000 + 18_262)
    #expect(ahead.isAhead(of: 20_000))
    #expect(ahead.isDue(at: 20_000 * 86_400, today: 20_000))
    #expect(ahead.dueDay(today: 20_000) == 20_000)
    let after = scheduler.next(ahead, after: review(.good, at: 20_000 * 86_400))
    #expect(after.lastDay == 20_000)
    #expect(!after.isAhead(of: 20_000))
    #expect(!after.isDue(at: 20_000 * 86_400 + 60, today: 20_000))
    #expect(after.memory.stability >= ahead.memory.stability)
  }

  @Test("stays as it is on a journey over the date line")
  func journey() {
    let card = known(on: 20_000)
    #expect(!card.isAhead(of: 19_999))
    #expect(!card.isDue(at: 20_000 * 86_400, today: 19_999))
    #expect(card.elapsedDays(on: 19_999) == 0)
    #expect(card.isAhead(of: 19_998))
  }

  @Test("takes reviews at the ends of time without a trap", arguments: [Int64.min, .max])
  func extremes(seconds: Int64) {
    var card = known(on: 20_000)
    for grade in Grade.allCases + [.again, .good] {
      card = scheduler.next(card, after: review(grade, at: seconds))
      _ = card.isDue(at: seconds, today: card.lastDay)
      _ = card.isDue(at: seconds == .max ? .min : .max, today: .min)
      #expect(card.dueDay(today: .max) == .max)
    }
  }

  private func known(on day: Int) -> CardMemory {
    scheduler.next(nil, after: review(.easy, at: Int64(day) * 86_400))
  }

  private func review(_ grade: Grade, at seconds: Int64) -> Review {
    Review(row: 0, cardID: "card", grade: grade, seconds: seconds, zoneOffset: 0, rolloverHour: 0)
  }
}
