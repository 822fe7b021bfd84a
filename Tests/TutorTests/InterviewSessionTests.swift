import Curriculum
import PortKnowledge
import Practice
import Testing

@testable import Tutor

@Suite("Mock interviews")
struct InterviewSessionTests {
  private static let seeds = Array(1...60).map(UInt64.init)

  /// A whole interview with random answers, each taking up to four minutes.
  private func run(
    _ plan: InterviewPlan, bank: LessonBank = InterviewBank.bank(of: 90),
    recall: [String: Double] = [:]
  ) -> (items: [InterviewItem], session: InterviewSession, starts: [Int64]) {
    var generator = SeededGenerator(seed: plan.seed ^ 0xFEED)
    var session = InterviewSession(plan, bank: bank, recall: recall, at: 0)
    var now: Int64 = 0
    var items: [InterviewItem] = []
    var starts: [Int64] = []
    while let item = session.current, items.count < 1_000 {
      items.append(item)
      starts.append(now)
      now += Int64.random(in: 1_000...240_000, using: &generator)
      let count = item.question.rubric.count
      if Int.random(in: 0..<8, using: &generator) == 0 {
        session.skip(at: now)
      } else {
        let held = (0..<count).filter { _ in Bool.random(using: &generator) }
        session.answer(RubricMark(held: Set(held), of: count), at: now)
      }
    }
    return (items, session, starts)
  }

  private func plan(seed: UInt64) -> InterviewPlan {
    var generator = SeededGenerator(seed: seed)
    return InterviewPlan(
      minutes: Int.random(in: 10...120, using: &generator),
      level: InterviewLevel.allCases.randomElement(using: &generator) ?? .mixed,
      topics: Bool.random(using: &generator) ? [] : ["states"], seed: seed)
  }

  @Test("no question comes twice, and the same seed asks the same", arguments: seeds)
  func onceEach(seed: UInt64) {
    let plan = plan(seed: seed)
    let (items, session, _) = run(plan)
    #expect(Set(items.map(\.id)).count == items.count, "seed \(seed)")
    #expect(session.results.map(\.item) == items, "seed \(seed)")
    #expect(run(plan).items == items, "seed \(seed)")
  }

  @Test("both fixed questions are asked, whatever was chosen", arguments: seeds)
  func fixedQuestions(seed: UInt64) {
    let (items, _, _) = run(plan(seed: seed))
    #expect(items.first?.check != nil, "seed \(seed)")
    #expect(items.contains { $0.id == InterviewItem.onePortID }, "seed \(seed)")
    #expect(
      items.first { $0.id == InterviewItem.onePortID }?.followUpOf == nil,
      "it opens a subject, seed \(seed)")
    let short = run(InterviewPlan(minutes: 5, level: .deep, seed: seed))
    #expect(
      short.items.count < 2 || short.items[1].id == InterviewItem.onePortID, "seed \(seed)")
  }

  @Test(
    "nothing is asked once the time is over, and it ends only then or when all is asked",
    arguments: seeds)
  func time(seed: UInt64) {
    let plan = plan(seed: seed)
    let (items, session, starts) = run(plan)
    let limit = Int64(plan.minutes) * 60_000
    #expect(starts.allSatisfy { $0 < limit }, "seed \(seed)")
    #expect(session.endsAt == limit)
    // With a bank of 90 questions a limit of topic and level may leave too few for two hours.
    if plan.topics.isEmpty, plan.level == .mixed, items.count < 90 {
      var early = session
      early.end()
      #expect(early.current == nil)
      #expect((starts.last ?? 0) + 240_000 >= limit, "seed \(seed): ended early")
    }
  }

  @Test("follow-ups come after their question, at most two, and are marked", arguments: seeds)
  func followUps(seed: UInt64) {
    let (items, session, _) = run(plan(seed: seed))
    var opener: InterviewItem?
    var following = 0
    for (index, item) in items.enumerated() {
      guard let parent = item.followUpOf else {
        opener = item
        following = 0
        continue
      }
      following += 1
      #expect(parent == opener?.question, "seed \(seed), question \(index)")
      #expect(parent.followUps.contains(item.id), "seed \(seed), question \(index)")
      #expect(following <= 2, "seed \(seed), question \(index)")
      let grade = session.results[index - following].mark?.grade
      #expect(grade != nil, "nothing follows a skipped question, seed \(seed)")
      if grade == .again { #expect(following == 1, "seed \(seed), question \(index)") }
    }
    #expect(items.contains { $0.followUpOf != nil }, "seed \(seed)")
  }

  @Test("questions have the level and the topic that were chosen, but follow-ups", arguments: seeds)
  func choice(seed: UInt64) {
    let plan = plan(seed: seed)
    for item in run(plan).items
    where item.check == nil && item.followUpOf == nil && item.id != InterviewItem.onePortID {
      #expect(plan.level.levels.contains(item.question.level), "seed \(seed)")
      #expect(plan.topics.isEmpty || plan.topics.contains(item.question.topic), "seed \(seed)")
    }
  }

  @Test("the weakest and the fresh come before what is remembered well", arguments: seeds)
  func order(seed: UInt64) {
    var recall: [String: Double] = [:]
    // A third is weak, a third is strong, a third was never asked.
    for number in 0..<90 where number % 9 < 6 {
      recall["interview:q-\(number)"] = number % 9 < 3 ? 0.5 + Double(number) / 1000 : 0.97
    }
    let plan = InterviewPlan(minutes: 40, level: .core, seed: seed)
    let openers = run(plan, recall: recall).items.filter {
      $0.check == nil && $0.followUpOf == nil && $0.id != InterviewItem.onePortID
    }
    let strong = openers.filter { (recall[$0.cardID] ?? 0) > 0.9 }
    let others = openers.filter { (recall[$0.cardID] ?? 0) <= 0.9 }
    if others.count < 15 { #expect(strong.isEmpty, "seed \(seed)") }
    let kinds = others.prefix(4).map { recall[$0.cardID] == nil }
    #expect(Set(kinds).count == 2, "weak and fresh take turns, seed \(seed)")
  }

  @Test("ports are fresh ones of the core and interview tiers, typed and graded")
  func ports() throws {
    var session = InterviewSession(askingPorts: 40, recall: [:], seed: 3)
    var seen: Set<String> = []
    while let item = session.current {
      let check = try #require(item.check)
      #expect(item.question.question.hasPrefix("What port does "), "\(item.question.question)")
      #expect(!item.question.question.contains("Type"), "\(item.question.question)")
      #expect(seen.insert(item.cardID).inserted)
      #expect(item.cardID == check.id)
      session.answer(RubricMark(held: [0], of: 1), at: 0)
    }
    #expect(seen.count == 40)
  }

  @Test("one question comes with its follow-ups, without a clock")
  func single() {
    let bank = InterviewBank.bank(of: 20)
    var session = InterviewSession(
      asking: InterviewBank.onePort, bank: bank, recall: [:], seed: 1)
    #expect(session.endsAt == nil && session.millisecondsLeft(at: 7) == nil)
    var asked = 0
    while session.current != nil {
      asked += 1
      session.answer(RubricMark(held: [0, 1, 2, 3], of: 4), at: .max)
    }
    #expect((2...3).contains(asked))
  }

  @Test("a bank without questions ends an interview after its port")
  func emptyBank() {
    let (items, session, _) = run(InterviewPlan(minutes: 30, seed: 4), bank: LessonBank())
    #expect(items.count == 1 && items[0].check != nil)
    #expect(session.current == nil)
  }

  @Test("minutes are moved into 1 to 120")
  func minutes() {
    #expect(InterviewPlan(minutes: -3, seed: 0).minutes == 1)
    #expect(InterviewPlan(minutes: 900, seed: 0).minutes == 120)
    #expect(InterviewPlan(seed: 0).minutes == 20)
  }

  @Test("all points are Good, half of them Hard, fewer Again; never Easy by itself")
  func grades() {
    for count in 1...6 {
      for held in 0...count {
        let grade = RubricMark(held: Set(0..<held), of: count).grade
        let expected: Grade = held == count ? .good : held * 2 >= count ? .hard : .again
        #expect(grade == expected, "\(held) of \(count)")
      }
    }
    #expect(RubricMark(held: [0, 9, -1], of: 2).held == [0])
    #expect(RubricMark(held: [0, 1], of: 2, grade: .easy).grade == .easy)
  }
}
