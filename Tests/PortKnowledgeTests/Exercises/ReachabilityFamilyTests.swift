import PortKnowledge
import Testing

@Suite("Exercises: who can reach a server")
struct ReachabilityFamilyTests {
  private func exercises(_ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "reachability"))
    return (0..<600).map { family.exercise(seed: $0, level: level) }
  }

  private func members(_ value: CaseValue?) -> [String: CaseValue] {
    guard case .object(let members)? = value else { return [:] }
    return members
  }

  private func list(_ value: CaseValue?) -> [CaseValue] {
    guard case .list(let list)? = value else { return [] }
    return list
  }

  /// Whether a client gets a connection, decided from the texts of the data alone.
  private func connects(_ client: CaseValue, _ listener: CaseValue) -> Bool {
    let (client, listener) = (members(client), members(listener))
    guard case .text(let local)? = listener["localAddress"],
      case .text(var target)? = client["destination"]
    else { return false }
    if target == "0.0.0.0" { target = "127.0.0.1" }
    if target == "::" { target = "::1" }
    let isIPv6 = target.contains(":")
    if client["onServerMachine"] == false {
      if target.hasPrefix("127.") || target == "::1" { return false }
      if isIPv6, client["hasIPv6Route"] == false { return false }
    }
    switch local {
    case "0.0.0.0": return !isIPv6
    case "::": return isIPv6 || list(listener["options"]).isEmpty
    default: return local == target || local == "::ffff:" + target
    }
  }

  @Test("agree with a second opinion", arguments: ExerciseLevel.allCases)
  func answers(level: ExerciseLevel) throws {
    for exercise in try exercises(level) {
      let question = exercise.question
      let (data, id) = (members(exercise.data), question.id)
      let (listeners, clients) = (list(data["listeners"]), list(data["clients"]))
      try #require(!listeners.isEmpty && !clients.isEmpty, "\(id)")
      let first = connects(clients[0], listeners[0])
      switch question.kind {
      case .chooseOne(let options) where clients.count > 1:
        // Exactly the right bind address admits the clients marked yes and no others.
        let wanted = question.figure.prefix(clients.count).map { $0.text.hasPrefix("yes") }
        let fitting = listeners.map { listener in clients.map { connects($0, listener) } == wanted }
        #expect(options.map(\.isRight) == fitting, "\(id)")
      case .chooseOne(let options):
        #expect((options.first(where: \.isRight)?.text == "it succeeds") == first, "\(id)")
      case .chooseSeveral(let options):
        #expect(options.map(\.isRight) == clients.map { connects($0, listeners[0]) }, "\(id)")
      case .fillTable(let table):
        let right = table.blanks.map { $0.choices[$0.right].text == "OK" }
        let all = listeners.flatMap { listener in clients.map { connects($0, listener) } }
        #expect(right == all, "\(id)")
      case .entry(let entry):
        #expect((entry.accepted == ["OK"]) == first, "\(id)")
      case .putInOrder:
        Issue.record("\(id): an ordering")
      }
    }
  }

  @Test("have containers and IPv6 from the medium level on, and every error on the hard one")
  func variety() throws {
    func texts(_ level: ExerciseLevel) throws -> String {
      try exercises(level).flatMap { exercise in
        exercise.question.figure.map(\.text) + exercise.question.options.map(\.text)
      }.joined(separator: "\n")
    }
    let (easy, medium, hard) = (try texts(.easy), try texts(.medium), try texts(.hard))
    #expect(!easy.contains("container") && !easy.contains("["))
    #expect(medium.contains("in a container") && medium.contains("[::1]"))
    #expect(!medium.contains("2001:db8") && hard.contains("2001:db8"))
    #expect(hard.contains("in the same container") && hard.contains("to 0.0.0.0"))
    let right = try exercises(.hard).compactMap {
      $0.question.options.first(where: \.isRight)?.text
    }
    for text in ["it succeeds", "ENETUNREACH", "no listener fits", "client's own", "server's"] {
      #expect(right.contains { $0.contains(text) }, "\(text)")
    }
  }

  @Test("never send anything outside the machine")
  func experiments() throws {
    for level in ExerciseLevel.allCases {
      for experiment in try exercises(level).compactMap(\.experiment) {
        for step in experiment.steps {
          guard case .connect(let endpoint) = step.call else { continue }
          let real = experiment.standIns[endpoint.address] ?? endpoint.address
          #expect(real.isLoopback || real.isWildcard, "\(step)")
        }
      }
    }
  }
}
