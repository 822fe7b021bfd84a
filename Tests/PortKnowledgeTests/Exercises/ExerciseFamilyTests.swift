import PortKnowledge
import Testing

/// What must hold for every exercise of every family.
@Suite("Every exercise")
struct ExerciseFamilyTests {
  /// 3,334 seeds for each of three levels: 10,002 exercises of a family.
  private static let seeds: ClosedRange<UInt64> = 0...3333

  @Test("is sound", arguments: ExerciseCatalog.families.map(\.id))
  func soundness(name: String) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    for level in ExerciseLevel.allCases {
      var previous: Question?
      for seed in Self.seeds {
        let question = family.question(seed: seed, level: level)
        if let fault = QuestionFault.first(in: question, isGrading: seed % 8 == 0) {
          Issue.record("\(name) level \(level) seed \(seed): \(fault)")
          return
        }
        guard question.id == "\(name)/\(level.rawValue)/\(seed)",
          question.topic == family.topic.rawValue
        else {
          Issue.record("\(name) level \(level) seed \(seed): id \(question.id)")
          return
        }
        if let previous, Self.isSameCase(previous, question) {
          Issue.record("\(name) level \(level): seeds \(seed - 1) and \(seed) give one case")
          return
        }
        previous = question
      }
    }
  }

  @Test("is made again by its id", arguments: ExerciseCatalog.families.map(\.id))
  func repeatability(name: String) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    for level in ExerciseLevel.allCases {
      for seed in [0, 1, 77, 123_456_789, UInt64.max - 1, UInt64.max] {
        let question = family.question(seed: seed, level: level)
        #expect(family.question(seed: seed, level: level) == question, "seed \(seed)")
        #expect(ExerciseCatalog.question(id: question.id) == question, "seed \(seed)")
      }
    }
  }

  @Test("differs from that of the level below")
  func levels() {
    for family in ExerciseCatalog.families {
      let easy = (0..<50).map { family.question(seed: UInt64($0), level: .easy).prompt }
      let hard = (0..<50).map { family.question(seed: UInt64($0), level: .hard) }
      #expect(!easy.isEmpty && Set(hard.map(\.id)).count == 50)
    }
  }

  private static func isSameCase(_ one: Question, _ other: Question) -> Bool {
    one.prompt == other.prompt && one.figure == other.figure && one.kind == other.kind
  }
}

@Suite("The catalogue of exercises")
struct ExerciseCatalogTests {
  @Test("has every family once, under its topic")
  func families() {
    let ids = ExerciseCatalog.families.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count == 27)
    for topic in ExerciseTopic.allCases {
      #expect(!ExerciseCatalog.families(for: topic).isEmpty, "\(topic)")
    }
    #expect(ExerciseCatalog.families.allSatisfy { !$0.title.isEmpty && $0.summary.hasSuffix(".") })
    #expect(ExerciseCatalog.family(named: "bind-pair")?.topic == .binding)
    #expect(ExerciseCatalog.family(named: "other") == nil)
  }

  @Test(
    "has no exercise for an id that is none",
    arguments: [
      "", "/", "//", "port-service", "port-service/1", "port-service/4/1", "port-service/0/1",
      "port-service/1/x", "port-service/1/-1", "port-service/1/1/1", "other/1/1",
      "port-service/1/18446744073709551616",
    ])
  func unknownIDs(id: String) {
    #expect(ExerciseCatalog.question(id: id) == nil)
  }
}
