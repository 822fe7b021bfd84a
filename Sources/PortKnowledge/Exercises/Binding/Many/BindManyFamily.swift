/// Several sockets that bind, listen and close one after the other; each call is judged.
struct BindManyFamily: ExerciseFamily {
  let id = "bind-many"
  let title = "Many sockets, one port"
  let summary = "Follow bind(), listen() and close() of several sockets and judge each call."
  let topic = ExerciseTopic.binding
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var drawing = BindScriptDraw(BindScene(seed: seed, level: level, salt: 0xB12D_0002))
    let script = drawing.next()
    var scene = drawing.scene
    let ticks = scene.draw.chance(oneIn: 3)
    var data = script.data
    data["asked"] = ticks ? "failing calls" : "each call"
    let id = ExerciseID(family: id, level: level, seed: seed).description
    return Exercise(
      question: Question(
        id: id, topic: topic.rawValue, prompt: Self.prompt(ticks: ticks),
        figure: BindFigure(
          script.actors.map { ($0.name, $0.socket, true) }, showsState: false
        ).lines,
        kind: ticks ? .chooseSeveral(Self.options(script)) : .fillTable(Self.table(script)),
        explanation: "The rule of bind() and listen() on Linux: each call is judged against the "
          + "sockets that have the port at that moment. A call that fails changes nothing.",
        hints: Self.hints(script, level: level)),
      data: .object(data),
      experiment: script.experimentSteps { $0.call != .close }.experiment(in: scene))
  }

  private static func prompt(ticks: Bool) -> String {
    "Linux with its defaults, one user. The sockets have the options shown and make these calls, "
      + "one after the other. "
      + (ticks ? "Tick each call that fails with EADDRINUSE." : "What does each call return?")
  }

  private static func hints(_ script: PortScript, level: ExerciseLevel) -> [String] {
    let asked = script.steps.filter { $0.call != .close }
    let failing = asked.count { !$0.verdict.isAllowed }
    return [
      "Note after each call who has the port and who listens. A failed bind() leaves its socket "
        + "without a port.",
      level == .easy ? BindHints.plainRule : BindHints.rule + " listen() asks the same again.",
      "Of the \(asked.count) calls of bind() and listen(), \(failing) "
        + "\(failing == 1 ? "fails" : "fail").",
    ]
  }

  // MARK: The answers

  private static func options(_ script: PortScript) -> [Question.Option] {
    script.steps.enumerated().compactMap { index, step in
      let fails = !step.verdict.isAllowed
      return Question.Option(
        "call \(index + 1), \(step.text)", isRight: fails,
        explanation: step.call == .close
          ? "close() gives the port back and does not fail."
          : (fails ? "EADDRINUSE. " : "OK. ") + script.reason(of: step),
        figure: script.figure(of: step))
    }
  }

  private static func table(_ script: PortScript) -> Question.Table {
    let rows = script.steps.enumerated().map { index, step in
      Question.Table.Row(
        "\(index + 1) \(step.text)", [step.call == .close ? .given("OK") : cell(step, of: script)])
    }
    return Question.Table(columns: ["returns"], rows: rows)
  }

  /// The blank of a call, with the reason of either answer.
  static func cell(
    _ step: PortScript.Step, of script: PortScript
  ) -> Question.Table.Cell {
    let reason = script.reason(of: step)
    let figure = script.figure(of: step)
    return .blank(
      [true, false].map { isOK in
        Question.Option(
          isOK ? "OK" : "EADDRINUSE", isRight: step.verdict.isAllowed == isOK,
          explanation: isOK || !step.verdict.isAllowed
            ? reason : "Nothing hinders it. \(reason)",
          figure: figure)
      })
  }
}
