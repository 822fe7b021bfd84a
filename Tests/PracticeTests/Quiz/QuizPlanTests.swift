import PortKnowledge
import Practice
import Testing

/// Each test runs for many seeds; the seed is an argument, so a failure names it.
@Suite("The questions of a quiz")
struct QuizPlanTests {
  private func plan(_ seed: UInt64, change: (inout QuizPlan) -> Void = { _ in }) -> QuizPlan {
    var plan = QuizPlan()
    plan.seed = seed
    change(&plan)
    return plan
  }

  private static let deck = PortDrillFamily(
    id: "deck-test", title: "Test", summary: "Mail.",
    cards: ServiceTable.services(in: .mail).map { .init($0, aids: ["Think of a letter."]) })

  @Test("are the same for the same plan and others for the next seed", arguments: seeds)
  func repeatable(seed: UInt64) {
    #expect(plan(seed).questions() == plan(seed).questions())
    #expect(plan(seed).questions() != plan(seed &+ 1).questions())
  }

  @Test("begin with the same ones when there are more of them", arguments: seeds)
  func prefix(seed: UInt64) {
    let short = plan(seed) { $0.count = 7 }.questions()
    let long = plan(seed) { $0.count = 30 }.questions()
    #expect(short == Array(long.prefix(7)))
    #expect(long.count == 30)
  }

  @Test("come from every topic in turn", arguments: seeds)
  func balance(seed: UInt64) {
    let questions = plan(seed) { $0.count = 16 }.questions()
    for topic in ExerciseTopic.allCases {
      #expect(questions.count { $0.topic == topic.rawValue } == 2)
    }
    for (one, next) in zip(questions, questions.dropFirst()) { #expect(one.topic != next.topic) }
  }

  @Test("keep to the topics, families and decks that were chosen", arguments: seeds)
  func choice(seed: UInt64) {
    let questions = plan(seed) {
      $0.topics = [.states]
      $0.families = ["bind-pair"]
      $0.decks = [Self.deck]
    }.questions()
    #expect(questions.count == 20)
    let numbers = Set(Self.deck.cards.map(\.service.portAndTransports))
    for question in questions {
      let isDecks = numbers.contains { question.id.hasPrefix("port:\($0):") }
      #expect(question.topic == "states" || question.id.hasPrefix("bind-pair/") || isDecks)
      #expect(isDecks == question.explanation.hasSuffix("To remember it: Think of a letter."))
    }
    #expect(questions.contains { $0.topic == "states" })
    #expect(questions.contains { $0.id.hasPrefix("bind-pair/") })
  }

  @Test(
    "of a tier are about its ports alone", arguments: Service.Tier.allCases, [1, 99] as [UInt64])
  func tiers(tier: Service.Tier, seed: UInt64) throws {
    let questions = plan(seed) {
      $0.topics = [.ports]
      $0.tiers = [tier]
      $0.count = 40
    }.questions()
    #expect(questions.count == 40)
    let numbers = ServiceTable.all.filter { $0.tier == tier }.map(\.portAndTransports)
    for question in questions {
      #expect(numbers.contains { question.id.hasPrefix("port:\($0):") }, "seed \(seed)")
    }
  }

  @Test("on any port of the table can be answered", arguments: Service.Tier.allCases)
  func everyPort(tier: Service.Tier) {
    for level in [ExerciseLevel.easy, .hard] {
      let questions = plan(11) {
        $0.topics = [.ports]
        $0.tiers = [tier]
        $0.level = level
      }.everything()
      for question in questions {
        let verdict = question.verdict(on: question.rightAnswer)
        #expect(verdict.isCorrect, "\(question.id)")
        if case .chooseOne(let options) = question.kind {
          #expect(options.count == 4 && options.count { $0.isRight } == 1, "\(question.id)")
          #expect(Set(options.map(\.text)).count == 4, "\(question.id)")
        }
      }
    }
  }

  @Test("ask a deck in both directions, each once, and then end", arguments: seeds)
  func exhausted(seed: UInt64) {
    let questions = plan(seed) {
      $0.decks = [Self.deck]
      $0.count = 200
    }.questions()
    #expect(questions.count == 2 * Self.deck.cards.count)
    #expect(Set(questions.map(\.id)).count == questions.count)
    let first = questions.prefix(Self.deck.cards.count)
    #expect(Set(first.map { $0.id.split(separator: ":")[1] }).count == first.count)
  }

  @Test("hold the lessons' questions that are handed in", arguments: seeds)
  func lessons(seed: UInt64) {
    let family = FakeFamily(id: "lesson")
    let handed = (0..<5).map { family.question(seed: $0, level: .easy) }
    let questions = plan(seed) { $0.lessonQuestions = handed }.questions()
    #expect(questions.count == 5)
    #expect(Set(questions) == Set(handed))
  }

  @Test("are chosen among four at the easy level and typed above, where that is possible")
  func level() {
    for level in ExerciseLevel.allCases {
      let questions = plan(3) {
        $0.decks = [Self.deck]
        $0.level = level
      }.questions()
      let typed = questions.count { if case .entry = $0.kind { true } else { false } }
      #expect(level == .easy ? typed == 0 : typed > 0)
    }
  }

  @Test("of a cram session are everything once, in order, the ports both ways")
  func cram() {
    let deck = plan(1) { $0.decks = [Self.deck] }.everything()
    let numbers = Self.deck.cards.map(\.service.portAndTransports)
    #expect(
      deck.map(\.id) == numbers.map { "port:\($0):number" } + numbers.map { "port:\($0):service" })
    let all = plan(1).everything()
    #expect(Set(all.map(\.id)).count == all.count)
    for family in ExerciseCatalog.families where family.id != "port-service" {
      #expect(all.count { $0.id.hasPrefix(family.id + "/") } == 1, "\(family.id)")
    }
    let needed = ServiceTable.all.filter { $0.tier < .extended && $0.port != 0 }
    #expect(all.count { $0.id.hasPrefix("port:") } == 2 * needed.count)
  }
}

private let seeds: [UInt64] = Array(0..<20) + [.max, 1 << 63]
