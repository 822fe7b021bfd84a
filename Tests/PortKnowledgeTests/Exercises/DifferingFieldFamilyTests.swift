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
        guard case .chooseSeveral(let options) = question.kind, question.figure.count == 2
        else { continue }
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
      guard case .chooseSeveral = question.kind, question.figure.count == 2 else { continue }
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
        guard question.figure.count == 1 else { continue }
        let existing = try FigureTuple(try #require(question.figure.first))
        for option in question.options {
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

  @Test("never offer UDP where the service of the port has it too, as HTTPS has")
  func datagrams() throws {
    var offered = 0
    for level in ExerciseLevel.allCases {
      for question in try questions(level) {
        guard question.options.contains(where: { $0.text == "the protocol becomes UDP" }) else {
          continue
        }
        offered += 1
        let port = try FigureTuple(try #require(question.figure.first)).value(of: .destinationPort)
        #expect(port != "443", "\(question.id)")
      }
    }
    #expect(offered > 100)
  }

  @Test("ask for the endpoint that is only in 2, and take it in every form")
  func otherEndpoint() throws {
    #expect(try !questions(.easy).contains { $0.options.isEmpty })
    for level in [ExerciseLevel.medium, .hard] {
      var count = 0
      for question in try questions(level) {
        guard case .entry(let entry) = question.kind else { continue }
        count += 1
        let tuples = try question.figure.map(FigureTuple.init)
        let only = tuples[1].ends.filter { !tuples[0].ends.contains($0) }
        #expect(only.count == 1, "\(question.id)")
        let shown = try #require(only.first).replacing("#", with: ":")
        #expect(entry.accepted == [shown], "\(question.id)")
        let endpoint = try #require(Endpoint(shown))
        let other =
          endpoint.address.isIPv6
          ? shown.uppercased() : "[::ffff:\(endpoint.address)]:\(endpoint.port)"
        #expect(question.verdict(on: .text(other)).isCorrect, "\(question.id): \(other)")
        for mistake in entry.mistakes {
          let verdict = question.verdict(on: .text(mistake.text))
          #expect(!verdict.isCorrect && verdict.mistakes.count == 1, "\(question.id)")
        }
      }
      #expect(count > 40, "level \(level)")
    }
  }

  @Test("carry the case as data: tuples that can be read again and decide the same")
  func data() throws {
    for level in ExerciseLevel.allCases {
      for name in ["differing-field", "same-connection"] {
        let family = try #require(ExerciseCatalog.family(named: name))
        for seed in 0..<300 as Range<UInt64> {
          let exercise = family.exercise(seed: seed, level: level)
          guard case .object(let members) = exercise.data else {
            Issue.record("no data: \(exercise.question.id)")
            continue
          }
          if let first = members["first"].flatMap(Self.tuple),
            let second = members["second"].flatMap(Self.tuple)
          {
            #expect(
              members["isSameConnection"] == .truth(first.isSameConnection(as: second)),
              "\(exercise.question.id)")
          } else {
            let open = try #require(members["open"].flatMap(Self.tuple))
            guard case .list(let changes)? = members["changes"] else { continue }
            #expect(changes.count == exercise.question.options.count)
            for (change, option) in zip(changes, exercise.question.options) {
              guard case .object(let change) = change else { continue }
              let becomes = try #require(change["becomes"].flatMap(Self.tuple))
              #expect(becomes.isSecondConnection(beside: open) == option.isRight)
            }
          }
        }
      }
    }
  }

  private static func tuple(_ value: CaseValue) -> FiveTuple? {
    guard case .object(let members) = value, case .text(let transport)? = members["protocol"],
      case .text(let source)? = members["source"],
      case .text(let destination)? = members["destination"]
    else { return nil }
    return FiveTuple("\(transport) \(source) -> \(destination)")
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
