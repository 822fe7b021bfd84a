/// Which state the column st means.
enum StateCodeExercise {
  /// The states by their numbers, the unusual ones last.
  private static let states: [TCPState] = [
    .listen, .established, .timeWait, .closeWait, .finWait2,
  ]

  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let state = draw.draw.pick(states, else: .listen)
    let service = draw.serviceEndpoint()
    let client = draw.clientEndpoint()
    let line: ProcLineCase
    if state == .listen {
      line = .listener(on: service)
    } else if draw.draw.chance(oneIn: 2) {
      line = .connection(.client, from: client, to: service, state)
    } else {
      line = .connection(.server, from: service, to: client, state)
    }
    let code = ProcNetLine.text(of: state)
    let figure = ProcLineFigure([line.line])
    let others = draw.draw.pick(3, of: states.filter { $0 != state })
    let options = draw.draw.shuffle([state] + others).map { candidate in
      Question.Option(
        candidate.ssName, isRight: candidate == state,
        explanation: candidate == state
          ? "\(code) is \(state.ssName): \(StateWording.meaning(state))."
          : "\(candidate.ssName) is \(ProcNetLine.text(of: candidate)). Here stands \(code), which "
            + "is \(state.ssName).",
        figure: figure.lines(pointingAt: .state, note: "\(code) is \(state.ssName)"))
    }
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "\(line.file) has this line. Which state would ss print for it?",
        figure: figure.lines(pointingAt: .state, note: "the state"), kind: .chooseOne(options),
        explanation: "st is the kernel's number of the state (include/net/tcp_states.h): 01 ESTAB, "
          + "05 FIN-WAIT-2, 06 TIME-WAIT, 08 CLOSE-WAIT, 0A LISTEN.",
        hints: [
          "The column st is a number in hexadecimal.",
          "They are counted from 01, the open connection, to 0B; the listener is the last but one.",
          StateWording.hint(state),
        ]),
      kind: "state-code", line)
  }
}
