/// Who opened a connection: the side whose port is not the listener's.
enum OpenerExercise {
  private enum Claim: CaseIterable {
    case peer
    case thisMachine
    case nobody
  }

  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let service = draw.service()
    let listener = plan.listen(Endpoint(.any, service), backlog: 128)
    let isIncoming = draw.draw.chance(oneIn: 2)
    if isIncoming {
      plan.accept(at: listener, from: draw.clientEndpoint())
    } else {
      // The same service elsewhere: the number alone does not say who called.
      let port = draw.draw.chance(oneIn: 2) ? service : draw.service()
      plan.call(Endpoint(draw.server(), port), from: draw.ephemeral())
    }
    let sockets = plan.sockets
    let connection = sockets[1]
    let right: Claim = plan.table.opener(of: connection) == .peer ? .peer : .thisMachine
    let listing = SSListing(sockets)
    let explanation = reason(connection, service: service, isIncoming: isIncoming)
    let options = Claim.allCases.map { claim in
      Question.Option(
        text(claim, connection.row), isRight: claim == right,
        explanation: claim == .nobody
          ? "ESTAB is a finished handshake, so somebody called. The row that waits for callers is "
            + "the one in LISTEN."
          : explanation,
        figure: claim == .nobody
          ? listing.lines(pointingAt: 1, .state, note: "a connection, not a listener")
          : listing.lines(
            pointingAt: 1, .localPort,
            note: isIncoming ? "the listener's port" : "no listener has this port"))
    }
    var experiment = plan.experiment()
    experiment.steps.append(
      ExperimentStep(
        plan.name(1), .remoteEndpoint,
        expected: .endpoint(connection.row.remote.address, .known(connection.row.remote.port)),
        isAsked: true))
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "ss -tan on the machine \(draw.machine) prints this. "
          + "Who opened the connection with \(connection.row.remote.address)?",
        figure: listing.lines, kind: .chooseOne(options),
        explanation: "A connection that a client opened has the listener's port on this side. A "
          + "local port without a listener is an ephemeral one of a call from here.",
        hints: [
          "Both sides of an open connection look alike. The ports tell them apart.",
          "An accepted connection keeps the port of its listener. A caller gets an ephemeral port.",
          "The local port of the row is \(connection.row.local.port); the listener's is \(service).",
        ]),
      data: .object([
        "kind": "opener", "command": "ss -tan", "peer": CaseValue(connection.row.remote),
        "table": plan.data,
      ]),
      experiment: experiment)
  }

  private static func text(_ claim: Claim, _ row: SocketRow) -> String {
    switch claim {
    case .peer: "\(row.remote.address) called port \(row.local.port) here"
    case .thisMachine: "a program here called port \(row.remote.port) there"
    case .nobody: "nobody yet: the row waits for a caller"
    }
  }

  private static func reason(
    _ connection: ListedSocket, service: PortNumber, isIncoming: Bool
  ) -> String {
    let row = connection.row
    return isIncoming
      ? "The local port is \(service), the listener's. So \(row.remote.address) called, from its "
        + "ephemeral port \(row.remote.port)."
      : "The local port \(row.local.port) belongs to no listener here: it is an ephemeral one. So "
        + "this machine called \(row.remote.address), port \(row.remote.port)."
  }
}
