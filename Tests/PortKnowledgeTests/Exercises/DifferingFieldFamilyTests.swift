import PortKnowledge
import Testing

@Suite("Exercises: which fields differ")
struct DifferingFieldFamilyTests {
  private func questions(_ level: ExerciseLevel) throws -> [Question] {
    let family = try #require(ExerciseCatalog.family(named: "differing-field"))
    return (0..<600).map { family.question(seed: UInt64($0), level: level) }
  }

  @Test("have exactly those fields right that differ in the figure")
  func ticks() throws {
    for level in ExerciseLevel.allCases {
      var counts: Set<Int> = []
      for question in try questions(level) {
        guard case .chooseSeveral(let options) = question.kind else { continue }
        let tuples = try question.figure.map(FigureTuple.init)
        #expect(options.map(\.text) == TupleField.allCases.map(\.name))
        for (option, field) in zip(options, TupleField.allCases) {
          let differs = tuples[0].value(of: field) != tuples[1].value(of: field)
          #expect(option.isRight == differs, "\(question.id) \(field)")
        }
        counts.insert(options.count(where: \.isRight))
      }
      let expected: [ExerciseLevel: Set<Int>] = [
        .easy: [1], .medium: [1, 2], .hard: [1, 2, 3, 4],
      ]
      #expect(counts == expected[level], "level \(level)")
    }
  }

  @Test("say that a full swap is still one connection")
  func swap() throws {
    var swaps = 0
    for question in try questions(.hard) {
      guard case .chooseSeveral = question.kind else { continue }
      let tuples = try question.figure.map(FigureTuple.init)
      let isSwap = tuples[0].ends == tuples[1].ends.reversed()
      #expect(
        question.explanation.contains("it is one connection")
          == (isSwap && tuples[0].transport == tuples[1].transport), "\(question.id)")
      swaps += isSwap ? 1 : 0
    }
    #expect(swaps > 20)
  }

  @Test("ask for a second connection, and only a new client end or server address gives one")
  func secondConnection() throws {
    var right: Set<String> = []
    for level in ExerciseLevel.allCases {
      for question in try questions(level) {
        guard case .chooseOne(let options) = question.kind else { continue }
        let existing = try FigureTuple(try #require(question.figure.first))
        for option in options {
          let rows = try option.figure.prefix(2).map(FigureTuple.init)
          let isNew = rows[0].transport != rows[1].transport || rows[0].ends != rows[1].ends
          let keepsPort =
            rows[1].value(of: .destinationPort) == existing.value(of: .destinationPort)
            && rows[1].transport == existing.transport
          #expect(rows[0].ends == existing.ends, "\(question.id)")
          #expect(option.isRight == (isNew && keepsPort), "\(question.id): \(option.text)")
          if option.isRight { right.insert(String(option.text.prefix(10))) }
        }
      }
    }
    #expect(right == ["the source", "it goes to"])
  }

  @Test("use only addresses that belong to nobody")
  func addresses() throws {
    for level in ExerciseLevel.allCases {
      for question in try questions(level) {
        for line in question.figure { try FigureTuple(line).check(question.id) }
      }
    }
  }
}
