import Glibc
import PortKnowledge
import Practice
import Testing

@Suite("A replay of the log")
struct MemoryReplayTests {
  private let scheduler = ReviewScheduler(model: FSRS6())

  /// All of them with PORTSIDE_SWEEP set, which takes some seconds.
  private static let histories: Range<UInt64> =
    0..<(getenv("PORTSIDE_SWEEP") != nil ? 100_000 : 3_000)

  @Test("gives the same bits as the reviews one by one, for any history")
  func incremental() {
    for seed in Self.histories {
      let log = RandomLog(seed: seed).reviews
      var generator = SeededGenerator(seed: ~seed)
      let fuzzSeed: UInt64? = seed % 3 == 0 ? seed : nil
      var live = MemoryReplay(scheduler: scheduler, fuzzSeed: fuzzSeed)
      for review in log {
        let before = live.cards[review.cardID]
        live.add(review)
        check(live.cards[review.cardID], after: review, before: before, seed: seed)
      }
      let whole = MemoryReplay(
        log.shuffled(using: &generator), scheduler: scheduler, fuzzSeed: fuzzSeed)
      if whole != live { Issue.record("seed \(seed): the replay differs") }
      // Stopped in the middle and gone on, with some rows read twice.
      let middle = Int.random(in: 0...log.count, using: &generator)
      var resumed = MemoryReplay(log.prefix(middle), scheduler: scheduler, fuzzSeed: fuzzSeed)
      for review in log.dropFirst(max(middle - 2, 0)) { resumed.add(review) }
      if resumed != live { Issue.record("seed \(seed): gone on after \(middle), it differs") }
    }
  }

  /// Cheaper than an expectation for each of the many.
  private func check(_ card: CardMemory?, after review: Review, before: CardMemory?, seed: UInt64) {
    guard let card else {
      Issue.record("seed \(seed), row \(review.row): no card")
      return
    }
    let isSound =
      (0.001...36_500).contains(card.memory.stability)
      && (1...10).contains(card.memory.difficulty)
      && card.dueDay(today: card.lastDay) >= card.lastDay
      && (card.phase == .review) == (card.intervalDays > 0)
      && !card.isDue(at: review.seconds - 5, today: review.day)
      && card.isDue(at: .max, today: card.lastDay + max(card.intervalDays, 1))
      && card.reviewCount == (before?.reviewCount ?? 0) + 1
      && (before?.elapsedDays(on: review.day) ?? 0) >= 0
      && (0...1).contains(
        scheduler.model.retrievability(
          card.memory, elapsedDays: Double(card.elapsedDays(on: card.lastDay + 400))))
    if !isSound { Issue.record("seed \(seed), row \(review.row): \(card)") }
  }

  @Test("follows the rows and not the times")
  func order() {
    let log = [
      review(3, .good, day: 20_000), review(1, .again, day: 20_010), review(2, .good, day: 19_000),
    ]
    let replay = MemoryReplay(log, scheduler: scheduler)
    let model = FSRS6()
    var memory = model.firstMemory(.again)
    memory = model.memory(memory, after: .good, elapsedDays: 0)
    memory = model.memory(memory, after: .good, elapsedDays: 1_000)
    #expect(replay.cards["card"]?.memory == memory)
    #expect(replay.cards["card"]?.lastDay == 20_000)
    #expect(replay.lastRow == 3)
  }

  @Test("counts no row twice, and none that comes too late")
  func rows() {
    var replay = MemoryReplay(scheduler: scheduler)
    #expect(replay.lastRow == nil)
    var counted = replay.add(review(5, .good, day: 20_000))
    #expect(counted)
    let before = replay
    counted = replay.add(review(5, .good, day: 20_000))
    #expect(!counted)
    counted = replay.add(review(4, .again, day: 20_000))
    #expect(!counted)
    #expect(replay == before)
    counted = replay.add(review(6, .good, day: 20_000))
    #expect(counted)
    #expect(replay != before)
  }

  @Test("keeps cards apart", arguments: 0..<200)
  func apart(seed: UInt64) {
    let log = RandomLog(seed: seed).reviews
    let all = MemoryReplay(log, scheduler: scheduler).cards
    #expect(Set(all.keys) == Set(log.map(\.cardID)))
    for (id, card) in all {
      let alone = MemoryReplay(log.filter { $0.cardID == id }, scheduler: scheduler)
      #expect(alone.cards == [id: card], "seed \(seed)")
    }
  }

  @Test("takes another model for the same log")
  func otherModel() throws {
    var values = FSRS6.Weights.published.values
    values[2] = 9
    let other = FSRS6(weights: try #require(FSRS6.Weights(values)))
    let log = [review(1, .good, day: 20_000)]
    let replay = MemoryReplay(log, scheduler: ReviewScheduler(model: other))
    #expect(replay.cards["card"]?.memory.stability == 9)
  }

  @Test("gives cards that are learned together different intervals, where fuzz is wanted")
  func fuzz() {
    let log = (1...60).map { number in
      var review = review(Int64(number), .easy, day: 20_000)
      review.cardID = "card \(number)"
      return review
    }
    func intervals(_ fuzzSeed: UInt64?) -> [Int] {
      let cards = MemoryReplay(log, scheduler: scheduler, fuzzSeed: fuzzSeed).cards
      return log.compactMap { cards[$0.cardID]?.intervalDays }
    }
    #expect(Set(intervals(nil)) == [8])
    // 8 days and 1 + 0.15 · 4.5 + 0.1 to either side.
    #expect(Set(intervals(1)) == [6, 7, 8, 9, 10])
    #expect(intervals(1) != intervals(2))
  }

  @Test("never tells a model of negative days")
  func neverNegative() {
    let days = [20_000, 20_004, 20_001, 20_001, 1_348, 20_002, 38_262, 20_003]
    let log = zip(Int64(1)..., days).map { review($0, .easy, day: $1) }
    let replay = MemoryReplay(log, scheduler: ReviewScheduler(model: LinearModel()))
    // 4 days, then 0, 0 and 0, then 18,654 and 18,260, and 0 once more.
    #expect(replay.cards["card"]?.memory.stability == 36_919)
    #expect(replay.cards["card"]?.lastDay == 20_003)
    #expect(replay.cards["card"]?.due == .day(20_003 + 36_500))
  }

  private func review(_ row: Int64, _ grade: Grade, day: Int) -> Review {
    Review(
      row: row, cardID: "card", grade: grade, seconds: Int64(day) * 86_400, zoneOffset: 0,
      rolloverHour: 0)
  }
}
