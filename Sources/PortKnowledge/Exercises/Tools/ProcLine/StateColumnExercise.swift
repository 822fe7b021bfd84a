/// Naming the states of several lines.
enum StateColumnExercise {
  private static let states: [TCPState] = [
    .established, .finWait2, .timeWait, .closeWait, .listen, .synSent, .lastAck, .closing,
  ]

  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let service = draw.serviceEndpoint()
    let built: [TCPState] = [.established, .closeWait, .finWait2, .timeWait]
    let state = draw.draw.pick(built, else: .established)
    let line = ProcLineCase.connection(.server, from: service, to: draw.clientEndpoint(), state)
    let rest = draw.draw.pick(3, of: states.filter { $0 != state })
    let asked = draw.draw.shuffle([state] + rest)
    let rows = asked.map { state in
      let code = ProcNetLine.text(of: state)
      return Question.Table.Row(
        "st \(code)",
        [
          .blank(
            asked.map { candidate in
              Question.Option(
                candidate.ssName, isRight: candidate == state,
                explanation: candidate == state
                  ? "\(code) is \(state.ssName)."
                  : "\(candidate.ssName) has the number \(ProcNetLine.text(of: candidate)); "
                    + "\(code) is \(state.ssName).")
            })
        ])
    }
    let figure = ProcLineFigure([line.line])
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "The column st of /proc/net/tcp, as in this line, is a number. "
          + "Which state of ss is each of these?",
        figure: figure.lines(pointingAt: .state, note: "the state"),
        kind: .fillTable(Question.Table(columns: ["state"], rows: rows)),
        explanation: "From 01 on: ESTAB, SYN-SENT, SYN-RECV, FIN-WAIT-1, FIN-WAIT-2, TIME-WAIT, "
          + "UNCONN (closed), CLOSE-WAIT, LAST-ACK, 0A LISTEN, 0B CLOSING (tcp_states.h).",
        hints: [
          "The kernel numbers the states from 01 to 0B.",
          "01 is open, 02 and 03 open it, 04 to 06 are the side that closes first, 08 and 09 the "
            + "other one.",
          "0A is the listener, 0B is for FINs that cross.",
        ]),
      kind: "state-column", line, ["states": .list(asked.map { .text($0.ssName) })])
  }
}
