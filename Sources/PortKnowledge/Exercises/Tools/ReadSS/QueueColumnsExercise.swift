/// What both queues count, for a listener and for a connection.
enum QueueColumnsExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let backlog = draw.draw.number(in: 8...128)
    let number = plan.listen(Endpoint(.any, draw.service()), backlog: backlog)
    plan.accept(at: number, from: draw.clientEndpoint(), unread: draw.draw.number(in: 8...64))
    for _ in 0..<draw.draw.number(in: 1...3) { plan.wait(at: number, from: draw.clientEndpoint()) }
    let sockets = Array(plan.sockets.prefix(2))
    let listing = SSListing(sockets)
    let rows = sockets.enumerated().map { index, socket in
      Question.Table.Row(
        socket.isListener ? "LISTEN" : "ESTAB",
        [
          .blank(choices(.receiveQueue(of: socket.row.state), index, .receiveQueue, listing)),
          .blank(choices(.sendQueue(of: socket.row.state), index, .sendQueue, listing)),
        ])
    }
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "These are two of the rows that ss -tan prints. What does each queue count?",
        figure: listing.lines,
        kind: .fillTable(Question.Table(columns: ["Recv-Q", "Send-Q"], rows: rows)),
        explanation:
          "In a LISTEN row Recv-Q counts connections that wait and Send-Q is the backlog. "
          + "In other rows they count bytes: not yet read, not yet acknowledged (ss(8)).",
        hints: [
          "One of the rows has no peer, so it can neither receive nor send bytes.",
          "A listener counts connections, a connection counts bytes.",
          "Receiving comes before reading; what is sent stays until it is acknowledged. Send-Q of "
            + "the listener is a limit.",
        ]),
      data: .object(["kind": "queue-columns", "command": "ss -tan", "table": plan.data]),
      experiment: plan.experiment { sockets.contains($0) })
  }

  private static func choices(
    _ right: QueueMeaning, _ row: Int, _ column: SSListing.Column, _ listing: SSListing
  ) -> [Question.Option] {
    let socket = listing.sockets[row]
    let value = column == .receiveQueue ? socket.row.receiveQueue : socket.row.sendQueue
    let figure = listing.lines(
      pointingAt: row, column, note: socket.isListener ? "of a listener" : "of a connection")
    return QueueMeaning.allCases.map { meaning in
      Question.Option(
        text(meaning), isRight: meaning == right,
        explanation: right.sentence(of: Int(value)), figure: figure)
    }
  }

  private static func text(_ meaning: QueueMeaning) -> String {
    switch meaning {
    case .waitingConnections: "connections that wait"
    case .backlog: "backlog"
    case .unreadBytes: "bytes not yet read"
    case .unacknowledgedBytes: "bytes not acknowledged"
    }
  }
}
