/// Which rows wait for a close() of a program on this machine.
enum LeakedRowsExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let number = plan.listen(Endpoint(.any, draw.service()), backlog: 128)
    let leaks = draw.draw.number(in: 1...2)
    for _ in 0..<leaks { plan.accept(at: number, from: draw.clientEndpoint(), .closeWait) }
    let others = draw.draw.shuffle([TCPState.timeWait, .finWait2, .established])
    for state in others.prefix(3 - leaks) {
      plan.accept(at: number, from: draw.clientEndpoint(), state)
    }
    // One that this machine opened: the side does not matter, the state does.
    let own = draw.draw.pick([TCPState.closeWait, .timeWait, .finWait2], else: .closeWait)
    plan.call(Endpoint(draw.server(), draw.service()), from: draw.ephemeral(), own)
    let sockets = [plan.sockets[0]] + draw.draw.shuffle(Array(plan.sockets.dropFirst()))
    let listing = SSListing(sockets)
    let options = sockets.enumerated().dropFirst().map { row, socket in
      Question.Option(
        SSListing.brief(socket), isRight: socket.row.state == .closeWait,
        explanation: explanation(socket.row),
        figure: listing.lines(pointingAt: row, .state, note: note(socket.row.state)))
    }
    let count = sockets.count { $0.row.state == .closeWait }
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt:
          "An hour later ss -tan still prints some of these rows unchanged, because a program "
          + "on this machine forgets to call close(). None calls shutdown(). Tick the rows of that fault.",
        figure: listing.lines, kind: .chooseSeveral(Array(options)),
        explanation: "CLOSE-WAIT means that the peer has closed and our program has not. It does "
          + "not matter which side opened the connection.",
        hints: [
          "Ask of each row: whose close() is missing?",
          "TIME-WAIT waits for nobody, FIN-WAIT-2 for the peer, CLOSE-WAIT for the program here.",
          count == 1 ? "It is exactly one row." : "It is exactly \(count) rows.",
        ]),
      data: .object(["kind": "leaks", "command": "ss -tan", "table": plan.data]),
      experiment: plan.experiment { !$0.isListener })
  }

  private static func note(_ state: TCPState) -> String {
    switch state {
    case .closeWait: "our close() is missing"
    case .timeWait: "both have closed, we first"
    case .finWait2: "we have closed, the peer has not"
    default: "nobody has closed"
    }
  }

  private static func explanation(_ row: SocketRow) -> String {
    switch row.state {
    case .closeWait:
      "\(row.remote.address) has closed its side. Until the program here calls close(), this row "
        + "stays."
    case .timeWait:
      "Both sides have closed. Linux drops this row 60 seconds after the end: harmless."
    case .finWait2:
      "The program here has called close(); the FIN of \(row.remote.address) is missing. Linux drops the row "
        + "after 60 seconds (tcp_fin_timeout)."
    default:
      "The connection with \(row.remote.address) is simply open. Nobody has closed it."
    }
  }
}
