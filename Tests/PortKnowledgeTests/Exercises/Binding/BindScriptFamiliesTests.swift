import PortKnowledge
import Testing

@Suite("Exercises: many sockets of one port, and who may listen")
struct BindScriptFamiliesTests {
  private func exercises(_ name: String, _ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: name))
    return (0..<400).map { family.exercise(seed: UInt64($0), level: level) }
  }

  /// What the calls of the data return, judged by the oracle; nil for close().
  private func outcomes(_ exercise: Exercise) -> [(call: String, isAllowed: Bool)] {
    let data = BindOracle.members(exercise.data)
    let sockets = BindOracle.sockets(data["sockets"])
    guard case .list(let calls)? = data["calls"] else { return [] }
    var bound: [BindOracle.Member] = []
    return calls.compactMap { value in
      guard case .text(let name)? = BindOracle.members(value)["socket"],
        case .text(let call)? = BindOracle.members(value)["call"],
        let socket = sockets.first(where: { $0.name == name })
      else { return nil }
      let index = bound.firstIndex { $0.name == name }
      let isAllowed = bound.filter { $0.name != name }.allSatisfy {
        BindOracle.allows(socket, beside: $0)
      }
      switch call {
      case "bind" where isAllowed: bound.append(socket)
      case "listen" where isAllowed: index.map { bound[$0].state = "LISTEN" }
      case "close": index.map { _ = bound.remove(at: $0) }
      default: break
      }
      return (call, call == "close" || isAllowed)
    }
  }

  @Test("judge each call of a script as the oracle does", arguments: ExerciseLevel.allCases)
  func scripts(level: ExerciseLevel) throws {
    for exercise in try exercises("bind-many", level) {
      let outcomes = outcomes(exercise)
      switch exercise.question.kind {
      case .chooseSeveral(let options):
        #expect(options.map(\.isRight) == outcomes.map { !$0.isAllowed }, "\(exercise.question.id)")
      case .fillTable(let table):
        let right = table.blanks.map { $0.choices[$0.right].text == "OK" }
        let asked = outcomes.filter { $0.call != "close" }.map(\.isAllowed)
        #expect(right == asked, "\(exercise.question.id)")
        #expect(table.rows.count <= 8, "\(exercise.question.id)")
      default:
        Issue.record("\(exercise.question.id)")
      }
      #expect(outcomes.contains { !$0.isAllowed }, "\(exercise.question.id)")
      let binds = outcomes.count { $0.call != "close" }
      #expect((3...6).contains(binds), "\(exercise.question.id)")
    }
  }

  @Test("have SO_REUSEPORT on all sockets of a script or on none")
  func options() throws {
    for level in ExerciseLevel.allCases {
      for name in ["bind-many", "listen-again"] {
        for exercise in try exercises(name, level) {
          let sockets = BindOracle.sockets(BindOracle.members(exercise.data)["sockets"])
          let users = sockets.count { $0.options.joined().contains("REUSEPORT") }
          #expect(
            sockets.count < 3 || users == 0 || users == sockets.count, "\(exercise.question.id)")
          #expect(Set(sockets.map(\.user)).count < 2, "\(exercise.question.id)")
        }
      }
    }
  }

  @Test("say who may listen as the oracle does", arguments: ExerciseLevel.allCases)
  func listening(level: ExerciseLevel) throws {
    var kinds: [String: Int] = [:]
    for exercise in try exercises("listen-again", level) {
      let data = BindOracle.members(exercise.data)
      let right = exercise.question.options.first { $0.isRight }?.text ?? ""
      let id = exercise.question.id
      let listens = outcomes(exercise).filter { $0.call == "listen" }.map(\.isAllowed)
      guard case .text(let asked)? = data["asked"] else {
        Issue.record("\(id)")
        continue
      }
      if let first = data["first"].flatMap(BindOracle.Member.init) {
        let second = try #require(BindOracle.sockets(data["candidates"]).first)
        #expect(right.hasPrefix("OK") == BindOracle.allows(second, beside: first), "\(id)")
        kinds[right.hasPrefix("OK") ? "one OK" : "one busy", default: 0] += 1
      } else if case .fillTable(let table) = exercise.question.kind {
        let filled = table.blanks.map { $0.choices[$0.right].text == "OK" }
        #expect(filled == listens, "\(id)")
        kinds["table", default: 0] += 1
      } else if asked == "listen" {
        let said = right.split(separator: ",").map { $0.hasSuffix("OK") }
        #expect(said == listens, "\(id)")
        kinds["order", default: 0] += 1
      } else {
        kinds["receiver \(right.prefix(6))", default: 0] += 1
      }
    }
    #expect(kinds["one OK"] ?? 0 > 20 && kinds["one busy"] ?? 0 > 20, "\(kinds)")
    #expect(kinds["order"] ?? 0 > 20, "\(kinds)")
    #expect((kinds["table"] ?? 0 > 20) == (level > .easy), "\(kinds)")
    #expect(kinds["receiver A"] ?? 0 > 10 && kinds["receiver B"] ?? 0 > 10, "\(kinds)")
    #expect((kinds["receiver nobody"] ?? 0 > 5) == (level > .easy), "\(kinds)")
  }
}
