/// Which side closed first: the one that has the row in TIME-WAIT.
enum FirstCloserExercise {
  private enum Claim: CaseIterable {
    case here
    case peer
    case nobody
    case reset
  }

  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let service = draw.service()
    let listener = plan.listen(Endpoint(.any, service), backlog: 128)
    let isServer = draw.draw.chance(oneIn: 2)
    if isServer {
      plan.accept(at: listener, from: draw.clientEndpoint(), .timeWait)
    } else {
      let port = draw.draw.chance(oneIn: 2) ? service : draw.service()
      plan.call(Endpoint(draw.server(), port), from: draw.ephemeral(), .timeWait)
    }
    plan.accept(at: listener, from: draw.clientEndpoint())
    let sockets = plan.sockets
    let ended = sockets[1]
    let listing = SSListing(sockets)
    let claims = Claim.allCases
    let options = claims.map { claim in
      Question.Option(
        text(claim, ended.row, isServer: isServer), isRight: claim == .here,
        explanation: explanation(claim, ended.row, isServer: isServer),
        figure: listing.lines(pointingAt: 1, .state, note: "this side closed first"))
    }
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt:
          "ss -tan on the machine \(draw.machine) prints this. Who closed the connection with "
          + "\(ended.row.remote.address) first? The FINs did not cross.",
        figure: listing.lines, kind: .chooseOne(draw.draw.shuffle(options)),
        explanation: "TIME-WAIT stands on the side that closed first, be it client or server "
          + "(RFC 9293 §3.6). The other side's row is gone.",
        hints: [
          "Only one side keeps a row after both have closed.",
          "The side that sends the first FIN has to stay until old segments are gone.",
          isServer
            ? "The row is here, and its local port \(service) is the server's."
            : "The row is here, and its local port \(ended.row.local.port) is a client's.",
        ]),
      data: .object([
        "kind": "first-closer", "command": "ss -tan", "peer": CaseValue(ended.row.remote),
        "table": plan.data,
      ]),
      experiment: plan.experiment { $0 == ended })
  }

  private static func text(_ claim: Claim, _ row: SocketRow, isServer: Bool) -> String {
    switch claim {
    case .here: isServer ? "the server here, on port \(row.local.port)" : "the client here"
    case .peer:
      isServer
        ? "the client \(row.remote.address)"
        : "the server \(row.remote.address), port \(row.remote.port)"
    case .nobody: "nobody: it waits for more data"
    case .reset: "nobody: it was reset"
    }
  }

  private static func explanation(_ claim: Claim, _ row: SocketRow, isServer: Bool) -> String {
    switch claim {
    case .here:
      "The row in TIME-WAIT is in the table of this machine, so this machine's program, the "
        + "\(isServer ? "server" : "client"), sent the first FIN."
    case .peer:
      "Then TIME-WAIT would stand in the table of \(row.remote.address), and here no row would be "
        + "left."
    case .nobody: "TIME-WAIT comes after both FINs. No more data can come on this connection."
    case .reset: "On Linux a reset leaves no row at all, neither here nor there."
    }
  }
}
