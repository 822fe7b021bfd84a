/// Which of two programs on one machine has still to close.
enum HalfClosedExercise {
  private enum Claim: CaseIterable {
    case server
    case client
    case both
    case nobody
  }

  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let service = draw.service()
    let port = draw.ephemeral()
    let number = plan.listen(Endpoint(.loopback, service), backlog: 128)
    let isServerLate = draw.draw.chance(oneIn: 2)
    plan.join(
      at: number, from: Endpoint(.loopback, port), isServerLate ? .closeWait : .finWait2)
    let late = plan.sockets.first { $0.row.state == .closeWait }
    let right: Claim = late?.row.local.port == service ? .server : .client
    let sockets = [plan.sockets[0]] + draw.draw.shuffle(Array(plan.sockets.dropFirst()))
    let listing = SSListing(sockets)
    let row = sockets.firstIndex { $0.row.state == .closeWait } ?? 1
    let options = Claim.allCases.map { claim in
      Question.Option(
        text(claim, service: service, port: port), isRight: claim == right,
        explanation: explanation(claim, right: right, service: service, port: port),
        figure: listing.lines(
          pointingAt: row, .localPort,
          note: right == .server ? "the server's end" : "the client's end"))
    }
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "ss -tan prints this. Both programs run on this machine, and neither uses "
          + "shutdown(). Which of them has not called close() yet?",
        figure: listing.lines, kind: .chooseOne(options),
        explanation: "Two rows, one connection. The end in FIN-WAIT-2 has closed; the end in "
          + "CLOSE-WAIT has received that FIN and not closed (RFC 9293 §3.6).",
        hints: [
          "Both rows are one connection, seen from its two ends.",
          "FIN-WAIT-2 has sent its FIN. CLOSE-WAIT has received it and not answered with its own.",
          "The end in CLOSE-WAIT has the local port \(right == .server ? service : port), and "
            + "\(service) is the listener's.",
        ]),
      data: .object([
        "kind": "half-closed", "command": "ss -tan", "service": CaseValue(service),
        "table": plan.data,
      ]),
      experiment: plan.experiment { !$0.isListener })
  }

  private static func text(_ claim: Claim, service: PortNumber, port: PortNumber) -> String {
    switch claim {
    case .server: "the server on port \(service)"
    case .client: "the client with port \(port)"
    case .both: "both of them"
    case .nobody: "neither: both have closed, the rows go away"
    }
  }

  private static func explanation(
    _ claim: Claim, right: Claim, service: PortNumber, port: PortNumber
  ) -> String {
    let late = right == .server ? service : port
    let early = right == .server ? port : service
    let rule =
      "The end with local port \(late) is in CLOSE-WAIT: its program has not closed. The one with "
      + "\(early) is in FIN-WAIT-2: it has."
    switch claim {
    case .both: return "Then nobody would have sent a FIN, and both rows would be in ESTAB. " + rule
    case .nobody: return "Then only a row in TIME-WAIT would be left. " + rule
    case .server, .client: return rule
    }
  }
}
