import PortKnowledge
import Practice
import Testing

/// Carries plans out, review by review, with the replay of a log.
@Suite("A plan for a date")
struct ReadinessPropertyTests {
  private let scheduler = ReviewScheduler(model: FSRS6())

  @Test("leads to what it promises when it is carried out", arguments: 0..<60)
  func carriedOut(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = (0..<8).flatMap { history($0, using: &generator) }
    var replay = MemoryReplay(rowed(log), scheduler: scheduler)
    let today = 20_000
    let ids = (0..<12).map { "card \($0)" }
    let readyDay = today + Int.random(in: 1...80, using: &generator)
    let retention = Double.random(in: 0.8...0.97, using: &generator)
    let plan = Readiness(replay).plan(
      for: ids, today: today, readyDay: readyDay, retention: retention)

    var row = replay.lastRow ?? 0
    for day in plan.days {
      let placed = Set(day.placed)
      let ordinary = ids.filter { id in
        !placed.contains(id)
          && replay.cards[id].map { $0.isDue(at: .max, today: day.number) } == true
      }
      #expect(ordinary.count == day.ordinary, "seed \(seed), day \(day.number)")
      for id in ordinary + day.placed {
        // As often as its steps of that day ask for it.
        repeat {
          row += 1
          replay.add(review(row, id, .good, day: day.number))
        } while replay.cards[id]?.phase != .review
      }
    }
    let after = Readiness(replay)
    let expected = try #require(plan.expectedRecall)
    let mean = try #require(after.meanRecall(of: ids, on: readyDay))
    #expect(abs(mean - expected) < 1e-12, "seed \(seed)")
    for id in ids {
      #expect(
        (after.recall(of: id, on: readyDay) < retention) == plan.belowRetention.contains(id),
        "seed \(seed), \(id)")
    }
    let placed = plan.days.flatMap(\.placed)
    #expect(Set(placed).count == placed.count, "seed \(seed)")
  }

  @Test("asks for nothing that the wanted recall does not need", arguments: 0..<60)
  func noMore(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let log = (0..<8).flatMap { history($0, using: &generator) }
    let readiness = Readiness(MemoryReplay(rowed(log), scheduler: scheduler))
    let ids = (0..<8).map { "card \($0)" }
    let readyDay = 20_000 + Int.random(in: 1...80, using: &generator)
    func plan(_ retention: Double) -> ReadinessPlan {
      readiness.plan(for: ids, today: 20_000, readyDay: readyDay, retention: retention)
    }
    let none = plan(0)
    #expect(none.days.allSatisfy { $0.placed.isEmpty }, "seed \(seed)")
    #expect(none.belowRetention.isEmpty, "seed \(seed)")
    for retention in [0.85, 0.9, 0.95] {
      #expect(plan(retention).days.map(\.ordinary) == none.days.map(\.ordinary), "seed \(seed)")
    }
  }

  private func history(_ number: Int, using generator: inout SeededGenerator) -> [Review] {
    var day = 19_600 + Int.random(in: 0...300, using: &generator)
    var reviews: [Review] = []
    while day <= 20_000, reviews.count < 6 {
      let grade = [Grade.again, .hard, .good, .good, .easy].randomElement(using: &generator)
      reviews.append(review(0, "card \(number)", grade ?? .good, day: day))
      day += Int.random(in: 0...60, using: &generator)
    }
    return reviews
  }

  private func rowed(_ log: [Review]) -> [Review] {
    zip(Int64(1)..., log).map { row, review in
      var review = review
      review.row = row
      return review
    }
  }

  private func review(_ row: Int64, _ id: String, _ grade: Grade, day: Int) -> Review {
    Review(
      row: row, cardID: id, grade: grade, seconds: Int64(day) * 86_400, zoneOffset: 0,
      rolloverHour: 0)
  }
}
