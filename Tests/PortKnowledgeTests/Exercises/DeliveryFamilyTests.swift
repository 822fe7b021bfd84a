import PortKnowledge
import Testing

@Suite("Exercises: who gets the segment or datagram")
struct DeliveryFamilyTests {
  private static let names = ["tcp-delivery", "udp-delivery"]

  private func exercises(_ name: String, _ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: name))
    return (0..<300).map { family.exercise(seed: $0, level: level) }
  }

  /// The socket that an option means: its letter, or nil for nobody.
  private func socket(_ text: String) -> String? {
    let first = text.prefix { $0 != "," }
    return first.count == 1 ? String(first) : nil
  }

  @Test("agree with a second opinion", arguments: names, ExerciseLevel.allCases)
  func answers(name: String, level: ExerciseLevel) throws {
    for exercise in try exercises(name, level) {
      let question = exercise.question
      let oracle = try #require(DeliveryOracle(exercise.data), "\(question.id)")
      let receivers = oracle.packets.map { oracle.receiver(of: $0) }
      switch question.kind {
      case .chooseOne(let options):
        let right = try #require(options.first { $0.isRight })
        #expect(socket(right.text) == receivers[0], "\(question.id)")
      case .chooseSeveral(let options):
        let asked = try #require(oracle.names.first { question.prompt.contains("that \($0) gets") })
        #expect(options.map(\.isRight) == receivers.map { $0 == asked }, "\(question.id)")
      case .fillTable(let table):
        let right = table.blanks.map { socket($0.choices[$0.right].text) }
        #expect(right == receivers, "\(question.id)")
      case .putInOrder(let ordering):
        var gone: Set<String> = []
        for item in ordering.solution {
          let receiver = oracle.receiver(of: oracle.packets[0], without: gone)
          #expect(socket(ordering.items[item]) == receiver, "\(question.id)")
          if let receiver { gone.insert(receiver) }
        }
      case .entry:
        Issue.record("\(question.id): an entry")
      }
    }
  }

  @Test("have every form and every outcome that belongs to their level", arguments: names)
  func variety(name: String) throws {
    for level in ExerciseLevel.allCases {
      let all = try exercises(name, level)
      let chosen = all.filter {
        if case .chooseOne = $0.question.kind { true } else { false }
      }
      let nobody = chosen.count { $0.question.options.first(where: \.isRight)?.text.first == "n" }
      #expect((chosen.count / 12...chosen.count / 2).contains(nobody), "\(level): \(nobody)")
      let tables = all.count { if case .fillTable = $0.question.kind { true } else { false } }
      let orders = all.count { if case .putInOrder = $0.question.kind { true } else { false } }
      let ticks = all.count { if case .chooseSeveral = $0.question.kind { true } else { false } }
      #expect((tables > 20) == (level > .easy) && (orders > 20) == (level == .hard))
      #expect(ticks > 15, "\(level): \(ticks)")
    }
  }

  @Test("keep IPv6 and mapped addresses for the hard level", arguments: names)
  func families(name: String) throws {
    func hasIPv6(_ exercise: Exercise) -> Bool {
      exercise.question.figure.contains { $0.text.contains("[") || $0.text.contains("*") }
    }
    #expect(try !exercises(name, .easy).contains(where: hasIPv6))
    #expect(try !exercises(name, .medium).contains(where: hasIPv6))
    #expect(try exercises(name, .hard).count(where: hasIPv6) > 100)
  }

  @Test("point at what decides for every option about a socket", arguments: names)
  func pointers(name: String) throws {
    for level in ExerciseLevel.allCases {
      for exercise in try exercises(name, level).prefix(150) {
        for option in exercise.question.options where !option.figure.isEmpty {
          let marks = option.figure.flatMap(\.spans).filter { $0.mark == .decisive }
          #expect(marks.count == 1 && marks[0].text.contains("\u{25B2}"), "\(exercise.question.id)")
        }
      }
    }
  }

  @Test("can nearly all be put to a kernel, with the asked step marked", arguments: names)
  func experiments(name: String) throws {
    for level in ExerciseLevel.allCases {
      let all = try exercises(name, level)
      let experiments = all.compactMap(\.experiment)
      #expect(experiments.count * 10 >= all.count * 8, "\(level): \(experiments.count)")
      #expect(experiments.allSatisfy { $0.steps.contains { $0.isAsked } })
    }
  }

  @Test("ask about UDP sockets that share one address by SO_REUSEADDR")
  func lastBound() throws {
    let asked = try exercises("udp-delivery", .hard).filter {
      $0.question.prompt.contains("one after the other, in this order")
    }
    #expect(asked.count > 25)
    #expect(asked.contains { $0.question.prompt.contains("is closed again") })
    #expect(asked.allSatisfy { $0.question.options.contains { $0.text.contains("copy") } })
  }
}
