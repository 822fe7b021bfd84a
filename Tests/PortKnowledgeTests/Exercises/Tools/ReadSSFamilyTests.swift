import PortKnowledge
import Testing

@Suite("Exercises: reading what ss shows")
struct ReadSSFamilyTests {
  private func exercises(_ kind: String, _ level: ExerciseLevel) throws -> [Exercise] {
    let family = try #require(ExerciseCatalog.family(named: "read-ss"))
    return (0..<600).map { family.exercise(seed: UInt64($0), level: level) }
      .filter { Self.text("kind", of: $0) == kind }
  }

  private static func text(_ key: String, of exercise: Exercise) -> String? {
    guard case .object(let members) = exercise.data, case .text(let text)? = members[key] else {
      return nil
    }
    return text
  }

  private static func number(_ key: String, of exercise: Exercise) -> String? {
    guard case .object(let members) = exercise.data, case .number(let number)? = members[key]
    else { return nil }
    return "\(number)"
  }

  private static func machine(_ exercise: Exercise) -> String? {
    guard case .object(let members) = exercise.data, case .object(let table)? = members["table"],
      case .text(let machine)? = table["machine"]
    else { return nil }
    return machine
  }

  private static func accepted(_ exercise: Exercise) -> [String] {
    guard case .entry(let entry) = exercise.question.kind else { return [] }
    return entry.accepted
  }

  private static func right(_ exercise: Exercise) -> String? {
    exercise.question.options.first { $0.isRight }?.text
  }

  /// The listed numbers that a kind's figure must lead to, by its text alone.
  private static let numbers: [(String, ExerciseLevel, @Sendable ([ListedLine], String) -> Int)] = [
    ("waiting", .easy, { rows, port in rows.first { $0.localPort == port }?.receiveQueue ?? -1 }),
    (
      "accepted", .medium,
      { rows, port in
        rows.count { $0.state == "ESTAB" && $0.localPort == port }
          - (rows.first { $0.state == "LISTEN" }?.receiveQueue ?? -1)
      }
    ),
    (
      "clients", .medium,
      { rows, port in
        Set(rows.filter { $0.state == "ESTAB" && $0.localPort == port }.map(\.peerAddress)).count
      }
    ),
    (
      "room", .hard,
      { rows, port in
        guard let row = rows.first(where: { $0.localPort == port }) else { return -1 }
        return row.sendQueue + 1 - row.receiveQueue
      }
    ),
    (
      "both-ends", .hard,
      { rows, _ in
        Set(rows.filter { $0.state == "ESTAB" }.map { Set([$0.local, $0.peer]) }).count
      }
    ),
  ]

  @Test("ask for numbers that the figure itself gives", arguments: 0..<5)
  func counts(index: Int) throws {
    let (kind, level, count) = Self.numbers[index]
    let found = try exercises(kind, level)
    #expect(found.count > 60)
    var answers: Set<String> = []
    for exercise in found {
      let port = Self.number("port", of: exercise) ?? ""
      let model = count(ListedLine.all(exercise.question.figure), port)
      #expect(Self.accepted(exercise) == ["\(model)"], "\(exercise.question.id)")
      answers.formUnion(Self.accepted(exercise))
    }
    #expect(answers.count >= 3, "\(kind) has the answers \(answers)")
  }

  @Test("say which listeners are reached by the address alone")
  func reachable() throws {
    for level in [ExerciseLevel.easy, .medium] {
      for exercise in try exercises("reachable", level) {
        let open = ["0.0.0.0", "*", try #require(Self.machine(exercise))]
        for option in exercise.question.options {
          let address = ListedLine.split(option.text).address
          #expect(option.isRight == open.contains(address), "\(exercise.question.id): \(address)")
        }
      }
    }
  }

  @Test("say who called by the listener's port")
  func opener() throws {
    for exercise in try exercises("opener", .easy) {
      let rows = ListedLine.all(exercise.question.figure)
      let isPeer = rows[0].localPort == rows[1].localPort
      #expect(Self.right(exercise)?.hasSuffix(" here") == isPeer, "\(exercise.question.id)")
    }
    for exercise in try exercises("openers", .medium) {
      let rows = ListedLine.all(exercise.question.figure)
      let ports = Set(rows.filter { $0.state == "LISTEN" }.map(\.localPort))
      guard case .fillTable(let table) = exercise.question.kind else { continue }
      let connections = rows.filter { $0.state == "ESTAB" }
      #expect(connections.count == table.blanks.count)
      for (row, blank) in zip(connections, table.blanks) {
        let right = blank.choices.first { $0.isRight }?.text
        #expect(
          right == (ports.contains(row.localPort) ? "the peer" : "this machine"),
          "\(exercise.question.id)")
      }
    }
  }

  @Test("tell leaks and harmless rows by their states")
  func fates() throws {
    for exercise in try exercises("fate", .easy) {
      let state = exercise.question.prompt.contains("close()") ? "CLOSE-WAIT" : "TIME-WAIT"
      #expect(Self.right(exercise)?.hasPrefix(state) == true, "\(exercise.question.id)")
    }
    for exercise in try exercises("leaks", .medium) {
      for option in exercise.question.options {
        #expect(option.isRight == option.text.hasPrefix("CLOSE-WAIT"), "\(exercise.question.id)")
      }
    }
    for exercise in try exercises("half-closed", .hard) {
      let rows = ListedLine.all(exercise.question.figure)
      let late = try #require(rows.first { $0.state == "CLOSE-WAIT" })
      let isServer = rows.first { $0.state == "LISTEN" }?.localPort == late.localPort
      let right = try #require(Self.right(exercise))
      #expect(right.hasPrefix(isServer ? "the server" : "the client"), "\(exercise.question.id)")
      #expect(right.contains(late.localPort))
    }
  }

  @Test("give every wildcard its meaning")
  func wildcards() throws {
    let meanings = [
      "0.0.0.0": "at every IPv4 address of the machine, at no IPv6 one",
      "*": "at every address of the machine, IPv4 and IPv6",
      "[::]": "at every IPv6 address of the machine, at no IPv4 one",
      "127.0.0.1": "at 127.0.0.1 alone, so only from the machine itself",
    ]
    var seen: Set<String> = []
    for exercise in try exercises("local-form", .easy) {
      let row = try #require(ListedLine.all(exercise.question.figure).first)
      #expect(Self.right(exercise) == meanings[row.localAddress], "\(exercise.question.id)")
      seen.insert(row.localAddress)
    }
    #expect(seen.count == 4)
  }

  @Test("can all be put to a kernel, and name what it decides")
  func experiments() throws {
    let family = try #require(ExerciseCatalog.family(named: "read-ss"))
    for level in ExerciseLevel.allCases {
      for seed in 0..<300 {
        let exercise = family.exercise(seed: UInt64(seed), level: level)
        let experiment = try #require(exercise.experiment)
        #expect(experiment.steps.contains { $0.isAsked && $0.expected != nil }, "seed \(seed)")
        #expect(experiment.standIns.values.allSatisfy { $0.isLoopback }, "seed \(seed)")
      }
    }
  }
}
