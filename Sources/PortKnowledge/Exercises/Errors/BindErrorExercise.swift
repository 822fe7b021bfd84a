/// Choosing the error that bind() reports of several.
struct BindErrorExercise {
  private let id: ExerciseID
  private let bindCase: FaultyBind

  /// An exercise about a case.
  init(_ id: ExerciseID, _ bindCase: FaultyBind) {
    self.id = id
    self.bindCase = bindCase
  }

  /// The whole exercise.
  func exercise(from draw: inout CaseDraw) -> Exercise {
    let step = ExperimentStep(
      "B", .bind(bindCase.wanted), expected: bindCase.outcome, isAsked: true)
    return Exercise(
      question: question(&draw),
      data: .object(bindCase.data.merging(["form": "chooseOne"]) { $1 }),
      experiment: bindCase.experiment([step]))
  }

  private func question(_ draw: inout CaseDraw) -> Question {
    let options = answers(&draw).map { answer in
      let isRight = answer == bindCase.reported
      let points = answer.map(bindCase.faults.contains) == true ? answer : bindCase.reported
      return Question.Option(
        answer?.errorName ?? "OK", isRight: isRight,
        explanation: bindCase.explanation(of: answer),
        figure: bindCase.figure(pointingAt: points))
    }
    return Question(
      id: id.description, topic: ExerciseTopic.errors.rawValue,
      prompt: "On Linux with its defaults. What does B's bind() return?",
      figure: bindCase.rows.lines, kind: .chooseOne(options),
      explanation:
        "bind() of an \(family) socket checks \(bindCase.checks), and stops at the first "
        + "fault"
        + (bindCase.reported.map { ": here \($0.errorName)." } ?? ": here there is none."),
      hints: hints(options))
  }

  /// The answers that are offered: on the easy level the faults that are there, and one that is not.
  private func answers(_ draw: inout CaseDraw) -> [BindFault?] {
    let checks = BindErrorOrder.checks(isIPv6: bindCase.isIPv6)
    guard id.level == .easy else { return draw.shuffle(checks + [nil]) }
    let present = checks.filter(bindCase.faults.contains)
    let absent = draw.pick(1, of: checks.filter { !bindCase.faults.contains($0) })
    return draw.shuffle(present + absent + [nil])
  }

  private var family: String { bindCase.isIPv6 ? "AF_INET6" : "AF_INET" }

  private func hints(_ options: [Question.Option]) -> [String] {
    let wrong = options.filter { !$0.isRight }.map(\.text)
    return [
      "Look for everything that is wrong: the address, the number, the socket itself, the others. "
        + "bind() reports only one of them.",
      "For \(family) the order is: \(bindCase.checks).",
      HintWords.excluding(wrong),
    ]
  }
}
