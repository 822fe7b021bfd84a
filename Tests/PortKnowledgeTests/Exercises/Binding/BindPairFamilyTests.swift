import PortKnowledge
import Testing

@Suite("Exercises: will this bind() succeed")
struct BindPairFamilyTests {
  private func exercises(_ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "bind-pair"))
    return (0..<600).map { family.exercise(seed: UInt64($0), level: level) }
  }

  @Test("follow the rule, told from their data alone", arguments: ExerciseLevel.allCases)
  func rule(level: ExerciseLevel) throws {
    for exercise in try exercises(level) {
      let data = BindOracle.members(exercise.data)
      let first = try #require(data["first"].flatMap(BindOracle.Member.init))
      let candidates = BindOracle.sockets(data["candidates"])
      let expected = candidates.map { BindOracle.allows($0, beside: first) }
      let options = exercise.question.options
      switch exercise.question.kind {
      case .chooseSeveral:
        #expect(options.map(\.isRight) == expected, "\(exercise.question.id)")
      default:
        let right = try #require(options.first { $0.isRight })
        #expect(expected == [right.text.hasPrefix("OK")], "\(exercise.question.id)")
      }
    }
  }

  @Test("ask the kernel for exactly what is asked, and for nothing where two users are needed")
  func experiments() throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(level) {
        let data = BindOracle.members(exercise.data)
        let first = try #require(data["first"].flatMap(BindOracle.Member.init))
        let candidates = BindOracle.sockets(data["candidates"])
        let isOneUser = candidates.allSatisfy { $0.user == first.user }
        let asked = exercise.experiment?.steps.filter(\.isAsked) ?? []
        #expect(asked.count == (isOneUser ? candidates.count : 0), "\(exercise.question.id)")
        #expect((exercise.experiment != nil) == isOneUser, "\(exercise.question.id)")
      }
    }
  }

  @Test("have both outcomes often enough, and tempting answers of either kind")
  func variety() throws {
    for level in ExerciseLevel.allCases {
      let single = try exercises(level).map(\.question).filter {
        if case .chooseOne = $0.kind { true } else { false }
      }
      let right = single.compactMap { $0.options.first(where: \.isRight)?.text }
      let fine = right.count { $0.hasPrefix("OK") }
      #expect(fine * 10 > right.count * 3 && fine * 10 < right.count * 7, "\(level): \(fine)")
      let wantedKinds = level == .easy ? 4 : level == .medium ? 6 : 7
      #expect(Set(right).count >= wantedKinds, "\(level): \(Set(right))")
      for question in single {
        let kinds = Set(question.options.map { $0.text.hasPrefix("OK") })
        #expect(kinds.count == 2, "\(question.id)")
        #expect((3...4).contains(question.options.count), "\(question.id)")
      }
    }
  }

  @Test("show every kind of state and address on the hard level")
  func coverage() throws {
    let text = try exercises(.hard).flatMap(\.question.figure).map(\.text).joined(separator: "\n")
    for part in [
      "LISTEN", "bound", "ESTAB", "CLOSE-WAIT", "FIN-WAIT-2", "TIME-WAIT", "UNCONN", "v6only",
      "::ffff:0.0.0.0", "::ffff:192", "both", "user",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let easy = try exercises(.easy).flatMap(\.question.figure).map(\.text).joined(separator: "\n")
    #expect(!easy.contains("SO_REUSE") && !easy.contains("::"))
  }

  @Test("point at what decides in every answer")
  func pointers() throws {
    for level in ExerciseLevel.allCases {
      for question in try exercises(level).prefix(200).map(\.question) {
        for option in question.options {
          let marks = option.figure.flatMap(\.spans).filter { $0.mark == .decisive }
          #expect(marks.count == 1 && marks[0].text.contains("\u{25B2}"), "\(question.id)")
        }
      }
    }
  }
}
