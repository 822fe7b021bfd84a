import PortKnowledge
import Testing

@Suite("Exercises: port 0 and other defaults")
struct PortZeroFamilyTests {
  private func exercises(_ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "port-zero"))
    return (0..<400).map { family.exercise(seed: UInt64($0), level: level) }
  }

  @Test("have the answer that the kernel is asked for", arguments: ExerciseLevel.allCases)
  func experiments(level: ExerciseLevel) throws {
    for exercise in try exercises(level) {
      let steps = try #require(exercise.experiment?.steps)
      let asked = steps.filter(\.isAsked)
      let outcomes = asked.compactMap(\.expected)
      switch exercise.question.kind {
      case .fillTable(let table):
        let cells = table.blanks.map { $0.choices[$0.right].text }
        let expected = outcomes.flatMap { outcome -> [String] in
          guard case .endpoint(let address, let port) = outcome else { return [] }
          switch port {
          case .none: return ["\(address)", "0"]
          case .chosen: return ["\(address)", "chosen by the kernel"]
          case .known(let port): return ["\(address)", "\(port)"]
          }
        }
        #expect(cells == expected, "\(exercise.question.id)")
      default:
        let right = try #require(exercise.question.options.first { $0.isRight }?.text)
        let isServer = BindOracle.members(exercise.data)["library"] != nil
        if isServer {
          #expect(right.hasPrefix(outcomes[0].description.prefix(4)), "\(exercise.question.id)")
        } else {
          #expect(outcomes.map(\.description) == [right], "\(exercise.question.id)")
        }
      }
    }
  }

  @Test("never ask for a number that the kernel chose")
  func numbers() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level) {
        for step in exercise.experiment?.steps ?? [] where step.isAsked {
          guard case .endpoint(_, .known(let port))? = step.expected else { continue }
          #expect(
            exercise.question.figure.contains { $0.text.contains("\(port)") },
            "\(exercise.question.id)")
        }
      }
    }
  }

  @Test("tell every story of a level equally often")
  func variety() throws {
    for (level, count) in [(ExerciseLevel.easy, 8), (.medium, 11), (.hard, 13)] {
      let family = try #require(ExerciseCatalog.family(named: "port-zero"))
      let round = (0..<UInt64(count)).map { family.exercise(seed: $0, level: level) }
      let figures = round.map { exercise in
        // Without numbers, so that only the calls are compared.
        exercise.question.figure.map { $0.text.filter { !$0.isNumber || $0 == "0" } }
      }
      #expect(Set(figures).count == count || level == .easy, "\(level)")
      #expect(Set(figures).count >= count - 1, "\(level)")
    }
  }
}
