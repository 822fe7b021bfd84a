/// Which of two bound sockets a client reaches once they have tried to listen.
struct ListenWinner {
  /// Who gets the client.
  enum Winner: Hashable, CaseIterable {
    case first, second, either, nobody

    /// The answer as it is offered.
    var text: String {
      switch self {
      case .first: "A"
      case .second: "B"
      case .either: "A or B: the kernel spreads the clients"
      case .nobody: "nobody: it gets ECONNREFUSED"
      }
    }
  }

  private let script: PortScript
  private let called: Endpoint

  /// A script of two sockets with one address, and the endpoint that the client calls.
  init(_ script: PortScript, called: Endpoint) {
    self.script = script
    self.called = called
  }

  /// Who gets the client: as both have one address, whoever listens.
  var winner: Winner {
    switch (isListening("A"), isListening("B")) {
    case (true, true): .either
    case (true, false): .first
    case (false, true): .second
    case (false, false): .nobody
    }
  }

  private func isListening(_ name: String) -> Bool {
    script.table.socket(named: name)?.isListening ?? false
  }

  /// The question under its id.
  func question(_ id: String, level: ExerciseLevel) -> Question {
    let calls = script.steps.filter { $0.call != .bind }.map(\.text).joined(separator: ", ")
    return Question(
      id: id, topic: ExerciseTopic.binding.rawValue,
      prompt: "Linux with its defaults, one user. Both sockets are bound. Now, in this order: "
        + "\(calls). Then a client connects to \(called). Whose queue does it reach?",
      figure: BindFigure(script.actors.map { ($0.name, $0.socket, false) }).lines,
      kind: .chooseOne(
        Winner.allCases.map {
          Question.Option(
            $0.text, isRight: $0 == winner, explanation: explanation($0), figure: deciding)
        }),
      explanation: "The rule of listen() on Linux: it asks the same as bind(), so the first to "
        + "listen wins unless SO_REUSEPORT is on both. Only a listener gets clients.",
      hints: [
        "Only a socket that listens gets clients. So find out which calls of listen() succeed, "
          + "and who is still open at the end.",
        BindHints.rule + " listen() asks this again.",
        script.steps.last.map { "The last call is \($0.text)." + optionsHint } ?? optionsHint,
      ])
  }

  private var optionsHint: String {
    guard let one = script.socket("A"), let two = script.socket("B") else { return "" }
    return " " + SharingWords(old: ("A", one), new: ("B", two)).options
  }

  private func explanation(_ offered: Winner) -> String {
    if offered == winner { return outcome }
    switch offered {
    case .first, .second:
      let name = offered == .first ? "A" : "B"
      return winner == .either ? "Not \(name) alone. \(outcome)" : fate(of: name) + " " + outcome
    case .either:
      return "Only where both listen does the kernel choose. \(outcome)"
    case .nobody:
      return "A listener is there. \(outcome)"
    }
  }

  private var outcome: String {
    switch winner {
    case .first: "A listens, B does not: the client waits in A's accept queue."
    case .second: "B listens, A does not: the client waits in B's accept queue."
    case .either:
      "Both listen, as both have SO_REUSEPORT. The kernel picks one by a hash of the connection."
    case .nobody: "Nobody listens at the end, and a bound socket takes no client."
    }
  }

  /// What became of a socket that does not get the client.
  private func fate(of name: String) -> String {
    guard script.table.socket(named: name) != nil else { return "\(name) is closed by then." }
    let failed = script.steps.last { $0.name == name && $0.call == .listen }
    return failed?.verdict.isAllowed == false
      ? "\(name) is merely bound: its listen() failed with EADDRINUSE."
      : "\(name) is merely bound: it has not called listen()."
  }

  /// The first listen() that fails, else the last that succeeds.
  private var deciding: [MarkedText] {
    let listens = script.steps.filter { $0.call == .listen }
    let step = listens.first { !$0.verdict.isAllowed } ?? listens.last
    return step.map(script.figure) ?? []
  }

  /// The calls, the client, and who may accept it.
  func experiment(in scene: BindScene) -> Experiment {
    var steps = script.experimentSteps { $0.call == .listen }
    switch winner {
    case .either:
      steps.add(
        "", .spread(clients: 40, to: called, over: ["A", "B"]), expected: .eachWithin(3...37),
        isAsked: true)
    case .first, .second:
      steps.add("C", .open(.tcp, isIPv6: called.address.isIPv6))
      steps.add("C", .connect(called), expected: .ok, isAsked: true)
      steps.add(
        winner == .first ? "A" : "B", .accept(as: "S"), expected: .ok, isAsked: true)
    case .nobody:
      steps.add("C", .open(.tcp, isIPv6: called.address.isIPv6))
      steps.add("C", .connect(called), expected: .error("ECONNREFUSED"), isAsked: true)
    }
    return steps.experiment(in: scene)
  }

  /// The case as data.
  var data: [String: CaseValue] {
    var value = script.data
    value["asked"] = "receiver"
    value["client"] = ["calls": CaseValue(called)]
    return value
  }
}
