/// Which of several bound sockets may listen, and which of them a client then reaches.
struct ListenAgainFamily: ExerciseFamily {
  let id = "listen-again"
  let title = "Will this listen() succeed?"
  let summary = "Decide which of several bound sockets may listen, and whom a client then reaches."
  let topic = ExerciseTopic.binding
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = ListenDraw(BindScene(seed: seed, level: level, salt: 0xB12D_0003))
    let id = ExerciseID(family: id, level: level, seed: seed).description
    if level == .easy ? !draw.chance(oneIn: 3) : draw.chance(oneIn: 3) {
      return reason(id, &draw)
    }
    if draw.chance(oneIn: 2) { return winner(id, &draw) }
    return level == .easy || draw.chance(oneIn: 3) ? order(id, &draw) : table(id, &draw)
  }

  // MARK: One call, with its reason

  private func reason(_ id: String, _ draw: inout ListenDraw) -> Exercise {
    let pair = draw.pair()
    let right = ListenReason(pair.sharing)
    let level = draw.scene.draw.level
    let scene =
      pair.story.isEmpty ? "Both sockets are bound. " : pair.story + "B is bound beside it. "
    var data = pair.caseValue(candidates: [pair.second])
    data["asked"] = "listen"
    return Exercise(
      question: Question(
        id: id, topic: topic.rawValue,
        prompt: "Linux with its defaults, one user. \(scene)Now B calls listen(). "
          + "What does it return, and why?",
        figure: BindFigure([("A", pair.first, false), ("B", pair.second, false)]).lines,
        kind: .chooseOne(
          ListenReason.offered(for: pair).map {
            Question.Option(
              $0.text, isRight: $0 == right, explanation: $0.explanation(for: pair),
              figure: $0.figure(for: pair))
          }),
        explanation: Self.rule, hints: Self.hints(BindHints(pair, level: level).facts)),
      data: .object(data), experiment: pair.listenExperiment(in: draw.scene))
  }

  private static let rule =
    "The rule of listen() on Linux: it asks the same as bind() once more. So SO_REUSEADDR lets "
    + "several sockets bind but only one listen; SO_REUSEPORT lets all of one user listen."

  private static func hints(_ facts: String) -> [String] {
    [
      "listen() is judged like a bind() at that moment: what has changed about the other sockets?",
      BindHints.rule, facts,
    ]
  }

  // MARK: Two calls in an order

  private func order(_ id: String, _ draw: inout ListenDraw) -> Exercise {
    var script = draw.two(sameAddress: draw.scene.draw.level == .easy)
    let names = draw.pick([["A", "B"], ["B", "A"]])
    for name in names { script.add(.listen, by: name) }
    let listens = Array(script.steps.suffix(2))
    let right = listens.map(\.verdict.isAllowed)
    let options = [[true, true], [true, false], [false, true], [false, false]].map { offered in
      Question.Option(
        zip(names, offered).map { "\($0) \($1 ? "OK" : "EADDRINUSE")" }.joined(separator: ", "),
        isRight: offered == right,
        explanation: Self.explanation(script, listens, offered: offered),
        figure: Self.deciding(listens, offered: offered).map(script.figure) ?? [])
    }
    var data = script.data
    data["asked"] = "listen"
    return Exercise(
      question: Question(
        id: id, topic: topic.rawValue,
        prompt: "Linux with its defaults, one user. Both sockets are bound. \(names[0]) calls "
          + "listen() first, then \(names[1]). What do the two calls return?",
        figure: BindFigure(script.actors.map { ($0.name, $0.socket, false) }).lines,
        kind: .chooseOne(options), explanation: Self.rule,
        hints: Self.hints(Self.facts(script, last: names[1]))),
      data: .object(data),
      experiment: script.experimentSteps { $0.call == .listen }.experiment(in: draw.scene))
  }

  /// The call that an answer gets wrong, else the second.
  private static func deciding(
    _ listens: [PortScript.Step], offered: [Bool]
  ) -> PortScript.Step? {
    zip(listens, offered).first { $0.verdict.isAllowed != $1 }?.0 ?? listens.last
  }

  private static func explanation(
    _ script: PortScript, _ listens: [PortScript.Step], offered: [Bool]
  ) -> String {
    guard let step = deciding(listens, offered: offered) else { return rule }
    return "\(step.name) gets \(step.verdict.isAllowed ? "OK" : "EADDRINUSE"). "
      + script.reason(of: step)
  }

  private static func facts(_ script: PortScript, last: String) -> String {
    guard let one = script.socket("A"), let two = script.socket("B") else { return rule }
    let words = SharingWords(old: ("A", one), new: ("B", two))
    return words.isOverlap
      ? "The addresses overlap. \(words.options) The first call finds nobody listening."
      : "First the addresses. \(words.overlap)"
  }

  // MARK: Who gets the client

  private func winner(_ id: String, _ draw: inout ListenDraw) -> Exercise {
    var script = draw.two(sameAddress: true)
    let names = draw.pick([["A", "B"], ["B", "A"]])
    for name in names { script.add(.listen, by: name) }
    switch draw.scene.draw.level {
    case .easy:
      break
    case .medium:
      if draw.chance(oneIn: 2) { script.add(.close, by: draw.pick(names)) }
    case .hard:
      script.add(.close, by: draw.pick([names[0], names[0], names[1]]))
      let left = script.table.entries.first?.name ?? "A"
      if draw.chance(oneIn: 2) { script.add(.listen, by: left) }
    }
    let bound = script.actors[0].socket.local
    let called = bound.isWildcard ? draw.scene.host : bound.address
    let winner = ListenWinner(script, called: Endpoint(called, draw.scene.port))
    return Exercise(
      question: winner.question(id, level: draw.scene.draw.level), data: .object(winner.data),
      experiment: winner.experiment(in: draw.scene))
  }

  // MARK: Calls in a table

  private func table(_ id: String, _ draw: inout ListenDraw) -> Exercise {
    let isHard = draw.scene.draw.level == .hard
    var script = isHard ? draw.three() : draw.two(sameAddress: false)
    let binds = script.steps.count
    let names = draw.scene.shuffled(script.actors.map(\.name))
    for name in names { script.add(.listen, by: name) }
    let closing = draw.chance(oneIn: 3) ? names[1] : names[0]
    script.add(.close, by: closing)
    for name in names where name != closing { script.add(.listen, by: name) }
    let steps = script.steps.dropFirst(binds)
    let rows = steps.enumerated().map { index, step in
      Question.Table.Row(
        "\(index + 1) \(step.text)",
        [step.call == .close ? .given("OK") : BindManyFamily.cell(step, of: script)])
    }
    let failing = steps.count { !$0.verdict.isAllowed }
    var data = script.data
    data["asked"] = "each listen"
    return Exercise(
      question: Question(
        id: id, topic: topic.rawValue,
        prompt: "Linux with its defaults, one user. All these sockets are bound already. They make "
          + "these calls, one after the other. What does each call return?",
        figure: BindFigure(script.actors.map { ($0.name, $0.socket, false) }).lines,
        kind: .fillTable(Question.Table(columns: ["returns"], rows: rows)),
        explanation: Self.rule,
        hints: Self.hints(
          "A socket whose listen() failed stays bound and may try again. "
            + (failing == 1 ? "One call fails." : "\(failing) calls fail."))),
      data: .object(data),
      experiment: script.experimentSteps { $0.call == .listen }.experiment(in: draw.scene))
  }
}
