/// Who opened each of several connections, with ports that mislead.
enum OpenersExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let service = draw.service()
    // A listener on a high port and a caller from a low one: the size of a number decides nothing.
    let high = PortNumber(draw.draw.number(in: UInt16(50_000)...59_999))
    let first = plan.listen(Endpoint(.any, service), backlog: 128)
    let second = plan.listen(Endpoint(.any, high), backlog: 64)
    let low = PortNumber(draw.draw.number(in: UInt16(10_000)...12_000))
    plan.accept(at: first, from: draw.clientEndpoint())
    plan.accept(at: second, from: Endpoint(draw.client(), low))
    plan.call(
      Endpoint(draw.server(), draw.draw.pick([service, high], else: high)), from: draw.ephemeral())
    if draw.draw.chance(oneIn: 2) {
      plan.call(Endpoint(draw.server(), draw.service()), from: draw.ephemeral())
    }
    let connections = draw.draw.shuffle(Array(plan.sockets.dropFirst(2)))
    let sockets = plan.listeners + connections
    let table = plan.table
    let listing = SSListing(sockets)
    let rows = connections.enumerated().map { index, socket in
      let opener = table.opener(of: socket) ?? .peer
      let reason = reason(socket.row, opener: opener)
      let figure = listing.lines(
        pointingAt: index + 2, .localPort,
        note: opener == .peer ? "a listener's port" : "no listener's port")
      return Question.Table.Row(
        "peer \(socket.row.remote)",
        [
          .blank([
            Question.Option(
              "the peer", isRight: opener == .peer, explanation: reason, figure: figure),
            Question.Option(
              "this machine", isRight: opener == .thisMachine, explanation: reason, figure: figure),
          ])
        ])
    }
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "ss -tan on the machine \(draw.machine) prints this. Who opened each connection?",
        figure: listing.lines,
        kind: .fillTable(Question.Table(columns: ["opened by"], rows: rows)),
        explanation:
          "The peer opened those whose local port is a listener's (\(service), \(high)). "
          + "In the others the local port is an ephemeral one of a call from here.",
        hints: [
          "Whether a number is low or high says nothing. What counts is who listens on it here.",
          "A connection that was accepted here has the local port of a listener of this table.",
          "The listeners have the ports \(service) and \(high). Look for them in the column Local.",
        ]),
      data: .object(["kind": "openers", "command": "ss -tan", "table": plan.data]),
      experiment: experiment(plan))
  }

  private static func reason(_ row: SocketRow, opener: ListedTable.Opener) -> String {
    opener == .peer
      ? "Its local port \(row.local.port) is a listener's: \(row.remote.address) called it, from "
        + "port \(row.remote.port)."
      : "Nobody listens on its local port \(row.local.port): that is the ephemeral port of a call "
        + "from here to port \(row.remote.port) of \(row.remote.address)."
  }

  private static func experiment(_ plan: TablePlan) -> Experiment {
    var experiment = plan.experiment()
    for (index, planned) in plan.planned.enumerated() where planned.origin != .listener {
      let remote = planned.socket.row.remote
      experiment.steps.append(
        ExperimentStep(
          plan.name(index), .remoteEndpoint,
          expected: .endpoint(remote.address, .known(remote.port)), isAsked: true))
    }
    return experiment
  }
}
