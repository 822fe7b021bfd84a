/// Which row is a leak, and which goes away by itself.
enum RowFateExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let listener = plan.listen(Endpoint(.any, draw.service()), backlog: 128)
    for state in draw.draw.shuffle([TCPState.established, .closeWait, .timeWait]) {
      plan.accept(at: listener, from: draw.clientEndpoint(), state)
    }
    let isLeak = draw.draw.chance(oneIn: 2)
    let wanted: TCPState = isLeak ? .closeWait : .timeWait
    let sockets = plan.sockets
    let listing = SSListing(sockets)
    let options = sockets.enumerated().map { row, socket in
      Question.Option(
        SSListing.brief(socket), isRight: socket.row.state == wanted,
        explanation: explanation(socket.row, isLeak: isLeak),
        figure: listing.lines(pointingAt: row, .state, note: note(socket.row.state)))
    }
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: isLeak
          ? "ss -tan prints this. In which row has the peer closed its side, while the program "
            + "here has not called close()?"
          : "ss -tan prints this. Which row needs no program any more and goes away by itself?",
        figure: listing.lines, kind: .chooseOne(options),
        explanation: isLeak
          ? "CLOSE-WAIT (RFC 9293 §3.6): the peer's FIN is here, the program's own close() is "
            + "missing, and no timeout ends it."
          : "TIME-WAIT (RFC 9293 §3.6): both sides have closed, and this one closed first. Linux "
            + "keeps the row for 60 seconds and then drops it.",
        hints: [
          "The state says what has happened to the connection so far.",
          isLeak
            ? "The side that gets the first FIN waits for its own program to close."
            : "The side that closes first keeps the connection's name for a while.",
          isLeak
            ? "It is not LISTEN, not ESTAB, and not the state that Linux ends after 60 seconds."
            : "It is not LISTEN, not ESTAB, and not the state in which a close() is missing.",
        ]),
      data: .object([
        "kind": "fate", "command": "ss -tan", "wanted": .text(wanted.ssName),
        "table": plan.data,
      ]),
      experiment: plan.experiment { $0.row.state == wanted })
  }

  private static func note(_ state: TCPState) -> String {
    switch state {
    case .listen: "waits for clients"
    case .closeWait: "the peer has closed, we have not"
    case .timeWait: "both have closed, we first"
    default: "nobody has closed"
    }
  }

  private static func explanation(_ row: SocketRow, isLeak: Bool) -> String {
    switch row.state {
    case .listen:
      isLeak
        ? "A listener has no peer: it waits for clients."
        : "A listener stays as long as its program keeps it open."
    case .closeWait:
      isLeak
        ? "\(row.remote.address) has sent its FIN. The row stays until the program here calls "
          + "close(): where it never does, this is a leak."
        : "\(row.remote.address) has closed, but this row stays until the program here calls "
          + "close(), for hours if need be."
    case .timeWait:
      isLeak
        ? "Here both sides have closed; the row is kept for 60 seconds and is harmless."
        : "Both sides have closed. The row only keeps old segments from being taken for new ones, "
          + "for 60 seconds on Linux."
    default:
      isLeak
        ? "The connection with \(row.remote.address) is open: nobody has closed it."
        : "The connection with \(row.remote.address) is open: it stays until somebody closes it."
    }
  }
}
