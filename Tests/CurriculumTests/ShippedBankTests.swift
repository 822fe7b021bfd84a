import Curriculum
import PortKnowledge
import Testing

@Suite("The bank that is shipped")
struct ShippedBankTests {
  private static let bank: LessonBank? = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return try? LessonLibrary(folder: "/" + parts.joined(separator: "/") + "/Lessons").bank
  }()

  private var bank: LessonBank {
    get throws { try #require(Self.bank) }
  }

  @Test("asks enough, on every level and topic, and each answer holds its points")
  func interview() throws {
    let questions = try bank.interview
    #expect(questions.count >= 77)
    for level in InterviewQuestion.Level.allCases {
      #expect(questions.count { $0.level == level } >= 15, "\(level)")
    }
    for question in questions {
      #expect((2...5).contains(question.rubric.count), "\(question.id)")
      #expect(question.answer.count >= 80, "\(question.id)")
      #expect(!question.followUps.isEmpty && !question.followUps.contains(question.id))
      #expect(question.id.hasPrefix("iv-"), "\(question.id)")
    }
    #expect(Set(questions.map(\.question)).count == questions.count)
  }

  @Test("settles at least fifteen myths, each with its source")
  func myths() throws {
    let myths = try bank.myths
    #expect(myths.count >= 15)
    for myth in myths {
      #expect(!myth.sources.isEmpty && myth.id.hasPrefix("myth-"), "\(myth.id)")
      #expect(myth.claim != myth.truth && myth.truth.count >= 40, "\(myth.id)")
    }
  }

  @Test("has every port to know by heart in a deck, and aids in each")
  func decks() throws {
    let decks = try bank.decks
    let learnt = Set(decks.flatMap(\.services))
    for service in ServiceTable.all where service.tier < .extended {
      #expect(learnt.contains(service), "\(service.portAndTransports) \(service.commonName)")
    }
    for deck in decks {
      #expect((4...14).contains(deck.services.count), "\(deck.id)")
      #expect(!deck.mnemonics.isEmpty, "\(deck.id)")
    }
  }

  @Test("drills make every port of a deck come, in both directions, and the same for a seed")
  func drills() throws {
    for deck in try bank.decks {
      for level in ExerciseLevel.allCases {
        let questions = (0..<UInt64(8 * deck.services.count)).map {
          deck.drill.question(seed: $0, level: level)
        }
        for service in deck.services {
          let number = service.port.description
          #expect(
            questions.contains { $0.prompt.contains(number) }
              || questions.contains { $0.explanation.contains(number) }, "\(deck.id) \(number)")
        }
        #expect(deck.drill.question(seed: 3, level: level) == questions[3])
        #expect(Set(questions.map(\.prompt)).count > deck.services.count, "\(deck.id)")
      }
    }
  }
}
