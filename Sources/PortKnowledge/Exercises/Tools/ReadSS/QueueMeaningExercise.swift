/// What a number in Recv-Q or Send-Q counts.
enum QueueMeaningExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let backlog = draw.draw.pick([5, 10, 16, 50, 128], else: 5)
    let listener = plan.listen(Endpoint(.any, draw.service()), backlog: backlog)
    plan.accept(
      at: listener, from: draw.clientEndpoint(), unread: draw.draw.number(in: 7...64))
    let waiting = draw.draw.number(in: 1...3)
    for _ in 0..<waiting { plan.wait(at: listener, from: draw.clientEndpoint()) }
    let (row, isReceive) = draw.draw.pick([(0, true), (0, false), (1, true)], else: (1, true))
    let sockets = Array(plan.sockets.prefix(2))
    let asked = sockets[row].row
    let value = isReceive ? asked.receiveQueue : asked.sendQueue
    let right: QueueMeaning =
      isReceive ? .receiveQueue(of: asked.state) : .sendQueue(of: asked.state)
    let listing = SSListing(sockets)
    let column: SSListing.Column = isReceive ? .receiveQueue : .sendQueue
    let options = QueueMeaning.allCases.map { meaning in
      Question.Option(
        meaning.phrase, isRight: meaning == right,
        explanation: meaning == right
          ? right.sentence(of: Int(value)) : wrong(meaning, right: right, value: Int(value)),
        figure: listing.lines(
          pointingAt: row, column,
          note: asked.state == .listen ? "of a listener" : "of a connection"))
    }
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "These are two of the rows that ss -tan prints. "
          + "What does the number \(value) above the ▲ count?",
        figure: listing.lines(pointingAt: row, column, note: "this number"),
        kind: .chooseOne(options),
        explanation: "In a LISTEN row the queues count connections, in every other row bytes "
          + "(ss(8)). This is \(isReceive ? "Recv-Q" : "Send-Q") of a row in \(asked.stateName).",
        hints: [
          "The two columns mean one thing in the row of a listener, another in all other rows.",
          "A listener counts connections: Recv-Q those that wait, Send-Q how many may. A connection "
            + "counts bytes: Recv-Q those to be read, Send-Q those to be acknowledged.",
          "The row is in \(asked.stateName), and the column is \(isReceive ? "Recv-Q" : "Send-Q").",
        ]),
      data: .object([
        "kind": "queue-meaning", "command": "ss -tan", "row": .number(row),
        "column": .text(isReceive ? "Recv-Q" : "Send-Q"), "table": plan.data,
      ]),
      experiment: plan.experiment { $0 == sockets[row] })
  }

  private static func wrong(_ meaning: QueueMeaning, right: QueueMeaning, value: Int) -> String {
    let place: String =
      switch meaning {
      case .waitingConnections: "That is Recv-Q of a LISTEN row."
      case .backlog: "That is Send-Q of a LISTEN row."
      case .unreadBytes: "That is Recv-Q of a connection's row."
      case .unacknowledgedBytes: "That is Send-Q of a connection's row."
      }
    return place + " " + right.sentence(of: value)
  }
}
