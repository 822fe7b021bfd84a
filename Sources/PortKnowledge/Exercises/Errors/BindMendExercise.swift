/// Filling in the errors that a program meets which mends one fault after the other.
struct BindMendExercise {
  private let id: ExerciseID
  private let bindCase: FaultyBind
  private let turns: [BindFault]

  /// An exercise about a case without a low port that is taken too.
  init(_ id: ExerciseID, _ bindCase: FaultyBind) {
    self.id = id
    self.bindCase = bindCase
    turns = BindErrorOrder.reportedInTurn(bindCase.faults, isIPv6: bindCase.isIPv6)
  }

  /// The whole exercise.
  var exercise: Exercise {
    let rows = turns.indices.map { turn in
      Question.Table.Row(Self.names[turn], [.blank(options(turn))])
    }
    let last = turns.count < Self.names.count ? Self.names[turns.count] : "then"
    let question = Question(
      id: id.description, topic: ExerciseTopic.errors.rawValue,
      prompt: "On Linux with its defaults. B's program mends each fault as soon as bind() reports "
        + "it, and calls again. What does it meet?",
      figure: bindCase.rows.lines,
      kind: .fillTable(
        Question.Table(columns: ["result"], rows: rows + [.init(last, [.given("OK")])])),
      explanation:
        "bind() of an \(family) socket checks \(bindCase.checks). Each call stops at the "
        + "first fault that is left.",
      hints: [
        "First find everything that is wrong here; each of them will be reported once.",
        "For \(family) the order is: \(bindCase.checks).",
        "The errors are, in alphabetical order: "
          + turns.map(\.errorName).sorted().joined(separator: ", ") + ".",
      ])
    return Exercise(
      question: question,
      data: .object(
        bindCase.data.merging([
          "form": "fillTable", "inTurn": .list(turns.map { .text($0.errorName) }),
        ]) { $1 }),
      experiment: bindCase.experiment(steps))
  }

  private static let names = ["first call", "second call", "third call", "fourth call"]

  private var family: String { bindCase.isIPv6 ? "AF_INET6" : "AF_INET" }

  private func options(_ turn: Int) -> [Question.Option] {
    BindErrorOrder.checks(isIPv6: bindCase.isIPv6).map { fault in
      Question.Option(
        fault.errorName, isRight: fault == turns[turn], explanation: explanation(fault, turn))
    }
  }

  private func explanation(_ fault: BindFault, _ turn: Int) -> String {
    let right = turns[turn]
    if fault == right { return bindCase.presence(of: fault) }
    guard let place = turns.firstIndex(of: fault) else {
      return "Not at fault here. \(bindCase.absence(of: fault))"
    }
    return place < turn
      ? "That was reported before and is mended by now."
      : "That comes later, for \(FaultyBind.check(right)) is checked before. "
        + bindCase.presence(of: right)
  }

  /// The calls one after the other, each after the last fault was mended.
  private var steps: [ExperimentStep] {
    var steps: [ExperimentStep] = []
    var socket = "B"
    var wanted = bindCase.wanted
    func call(_ outcome: ExperimentOutcome) -> ExperimentStep {
      ExperimentStep(socket, .bind(wanted), expected: outcome, isAsked: true)
    }
    for fault in turns {
      steps.append(call(.error(fault.errorName)))
      switch fault {
      case .addressNotLocal: wanted.address = bindCase.hostAddresses[0]
      case .portPrivileged: wanted.port = PortNumber(wanted.port.rawValue + 8000)
      case .alreadyBound:
        socket = "C"
        steps.append(ExperimentStep("C", .open(bindCase.transport, isIPv6: bindCase.isIPv6)))
      case .portTaken: steps.append(ExperimentStep("A", .close))
      }
    }
    return steps + [call(.ok)]
  }
}
