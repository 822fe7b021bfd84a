import PortKnowledge
import Testing

@Suite("Exercises: who gets how much")
struct LoadSpreadingFamilyTests {
  private func exercises(_ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "load-spreading"))
    return (0..<300).map { family.exercise(seed: $0, level: level) }
  }

  @Test("never ask where the hash leads, nor for exact numbers of a spread")
  func noHash() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level) {
        for option in exercise.question.options where option.isRight {
          #expect(!option.text.contains("exactly"), "\(exercise.question.id)")
        }
        for step in exercise.experiment?.steps ?? [] {
          guard case .spread = step.call, case .counts(let counts)? = step.expected else {
            continue
          }
          #expect(counts.count { $0 > 0 } == 1, "only where nothing is left to the hash")
        }
      }
    }
  }

  @Test("have several forms on the medium and on the hard level")
  func variety() throws {
    for level in [ExerciseLevel.medium, .hard] {
      let kinds = try Set(
        exercises(level).map { exercise in
          switch exercise.question.kind {
          case .chooseOne: "one"
          case .chooseSeveral: "several"
          case .entry: "entry"
          case .fillTable: "table"
          case .putInOrder: "order"
          }
        })
      #expect(kinds.count == 3, "\(level): \(kinds)")
    }
  }

  @Test("count only what waits in the closed listener's queue")
  func closing() throws {
    for exercise in try exercises(.hard) {
      guard case .entry(let entry) = exercise.question.kind,
        case .object(let data) = exercise.data, case .number(let all)? = data["clientsBeforeB"],
        case .number(let accepted)? = data["acceptedByA"]
      else { continue }
      #expect(entry.accepted == ["\(all - accepted)"], "\(exercise.question.id)")
      #expect(entry.mistakes.contains { $0.text == "0" } && accepted > 0)
    }
  }

  @Test("have between two and three true sentences of five")
  func statements() throws {
    for exercise in try exercises(.hard) {
      guard case .chooseSeveral(let options) = exercise.question.kind else { continue }
      #expect(options.count == 5 && (2...3).contains(options.count { $0.isRight }))
    }
  }
}
