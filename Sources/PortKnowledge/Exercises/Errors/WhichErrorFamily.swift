/// From a situation to the error that a call reports, or to none.
struct WhichErrorFamily: ExerciseFamily {
  let id = "which-error"
  let title = "Which error?"
  let summary = "Say what a call returns where something is wrong, and where nothing is."
  let topic = ExerciseTopic.errors
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    let id = ExerciseID(family: id, level: level, seed: seed)
    let scenarios = ErrorScenario.all(level)
    let tables = ErrorTable.all(level)
    let salt = UInt64(level.rawValue) &* 0x8CB9_2BA7_2F3D_8DD7
    let deck = SeededDeck(count: scenarios.count + tables.count, salt: salt)
    let card = deck.card(seed: seed)
    var draw = CaseDraw(seed: seed, level: level, salt: 0x3714_C4E4)
    let values = ErrorDraw(from: &draw)
    guard card < scenarios.count else {
      return ErrorTableExercise(id, tables[card - scenarios.count], values, from: &draw).exercise
    }
    let scenario = scenarios[card]
    let made = scenario.make(values)
    return Exercise(
      question: question(scenario, made, id, &draw), data: data(scenario, made),
      experiment: experiment(made, values))
  }

  // MARK: The question

  private func question(
    _ scenario: ErrorScenario, _ made: ErrorCase, _ id: ExerciseID, _ draw: inout CaseDraw
  ) -> Question {
    // Typing the name is harder than to find it; there is no name to type where nothing fails.
    let isTyped = id.level == .hard && made.answer.hasPrefix("E") && draw.chance(oneIn: 3)
    let asksItself = made.setting.hasSuffix("?")
    let ask =
      isTyped ? " Type the error's name." : asksItself ? "" : " What does the last call return?"
    return Question(
      id: id.description, topic: topic.rawValue, prompt: "On Linux. " + made.setting + ask,
      figure: made.rows.lines,
      kind: isTyped ? .entry(entry(made)) : .chooseOne(options(made, &draw)),
      explanation: "\(made.answer): \(made.rule)",
      hints: [
        made.idea, ErrorHints.rule(of: scenario.name) ?? made.plainRule,
        "It is neither \(made.wrong[0].name) nor \(made.wrong[1].name).",
      ])
  }

  private func options(_ made: ErrorCase, _ draw: inout CaseDraw) -> [Question.Option] {
    let right = Question.Option(
      made.answer, isRight: true, explanation: made.reason, figure: made.figure)
    let wrong = made.wrong.map { name, reason in
      Question.Option(
        name, isRight: false, explanation: Self.explanation(name, reason), figure: made.figure)
    }
    return draw.shuffle(wrong + [right])
  }

  private func entry(_ made: ErrorCase) -> Question.Entry {
    let wrong = made.wrong.map { name, reason in
      Question.Entry.Mistake(name, explanation: Self.explanation(name, reason))
    }
    return Question.Entry(accepted: [made.answer], mistakes: wrong)
  }

  private static func explanation(_ name: String, _ reason: String) -> String {
    ErrorMeaning.sentence(name).map { $0 + " " + reason } ?? reason
  }

  // MARK: Data and kernel

  private func data(_ scenario: ErrorScenario, _ made: ErrorCase) -> CaseValue {
    [
      "scenario": .text(scenario.name), "setting": .text(made.setting),
      "lines": .list(
        made.script.rows.map { row in
          [
            "who": .text(row[0]), "what": .text(row[1]),
            "result": row.count < 3
              ? .null : .text(row[2] == "?" ? made.answer : row[2]),
            "isAsked": .truth(row.count > 2 && row[2] == "?"),
          ]
        }),
      "result": .text(made.answer),
    ]
  }

  private func experiment(_ made: ErrorCase, _ values: ErrorDraw) -> Experiment? {
    guard made.isPlayable else { return nil }
    return Experiment(
      steps: made.script.steps, standIns: values.standIns, fixedPorts: made.fixedPorts,
      needs: made.needs)
  }
}
