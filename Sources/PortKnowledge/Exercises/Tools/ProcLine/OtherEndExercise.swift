/// Which line the other end of a connection has.
enum OtherEndExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let service = draw.serviceEndpoint()
    let client = draw.clientEndpoint()
    let isHalfClosed = draw.draw.chance(oneIn: 2)
    let shownState: TCPState = isHalfClosed ? .finWait2 : .established
    let state: TCPState = isHalfClosed ? .closeWait : .established
    let shown = ProcLineCase.connection(.client, from: client, to: service, shownState)
    let other = ProcLineCase.connection(.server, from: service, to: client, state)
    let right = brief(other.line)
    let unreversed = ProcNetLine(
      local: plain(service), remote: plain(client), state: state)
    let figure = ProcLineFigure([other.line])
    let wrong: [(String, String, [MarkedText])] = [
      (
        brief(
          ProcNetLine(local: client, remote: service, state: state)),
        "At the other end local and peer have changed places: its local_address is "
          + "\(ProcNetLine.text(of: service)).",
        figure.lines(pointingAt: .local, note: "the server's own side")
      ),
      (
        brief(unreversed),
        "Both ends are on little-endian machines here, so the addresses look alike in both lines; "
          + "only their places change.",
        figure.lines(pointingAt: .local, note: "as in the other line")
      ),
      (
        brief(
          ProcNetLine(
            local: service, remote: client, state: isHalfClosed ? .finWait2 : .listen)),
        isHalfClosed
          ? "05 is FIN-WAIT-2, the side that has closed. The other end has received that FIN: "
            + "CLOSE-WAIT, 08."
          : "0A is LISTEN. The socket of an accepted connection is in ESTAB, 01, like the client's.",
        figure.lines(pointingAt: .state, note: "\(state.ssName)")
      ),
    ]
    let options =
      [
        Question.Option(
          right, isRight: true,
          explanation: "Local and peer have changed places, and the state is \(state.ssName), "
            + "\(ProcNetLine.text(of: state)).",
          figure: figure.lines(pointingAt: .local, note: "the server's own side"))
      ]
      + wrong.map { Question.Option($0.0, isRight: false, explanation: $0.1, figure: $0.2) }
    var exercise = ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "This is the client's line in /proc/net/tcp; the server runs on the same x86-64 "
          + "machine\(isHalfClosed ? " and has not closed" : ""). What is the server's line?",
        figure: ProcLineFigure([shown.line]).lines, kind: .chooseOne(draw.draw.shuffle(options)),
        explanation: "Both ends of a connection have a line each, with local_address and "
          + "rem_address exchanged."
          + (isHalfClosed ? " FIN-WAIT-2 (05) at one end is CLOSE-WAIT (08) at the other." : ""),
        hints: [
          "Each end writes its own side first.",
          "The texts of both endpoints stay as they are; they only change places.",
          isHalfClosed
            ? "The end that has received a FIN and not closed has the number after 07."
            : "Both ends of an open connection have the same state.",
        ]),
      kind: "other-end", other, ["shown": shown.data])
    exercise.experiment?.steps += [
      ExperimentStep("peer", .state, expected: .state(shownState)),
      ExperimentStep("peer", .procLine, expected: .text(brief(shown.line))),
    ]
    return exercise
  }

  private static func brief(_ line: ProcNetLine) -> String {
    line.columns().prefix(3).joined(separator: " ")
  }

  private static func plain(_ endpoint: Endpoint) -> Endpoint {
    Endpoint(ProcLineMisreadings(endpoint).unreversed, endpoint.port)
  }
}
