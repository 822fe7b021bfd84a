/// How many connections wait at a listener: Recv-Q of its row.
enum WaitingExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let count = draw.draw.number(in: 2...3)
    for _ in 0..<count {
      let address = draw.draw.pick([.any, .loopback, draw.machine], else: .any)
      let number = plan.listen(
        Endpoint(address, draw.service()), backlog: draw.draw.pick([5, 10, 16, 50, 128], else: 5))
      for _ in 0..<draw.draw.number(in: 0...4) {
        // A client of a loopback listener is on the same machine.
        let client = draw.clientEndpoint()
        plan.wait(
          at: number, from: address == .loopback ? Endpoint(.loopback, client.port) : client)
      }
    }
    let listeners = plan.listeners
    let index = draw.draw.number(in: 0...listeners.count - 1)
    let asked = listeners[index]
    let waiting = plan.table.waiting(at: asked)
    let listing = SSListing(listeners)
    let port = asked.row.local.port
    let question = Question(
      id: id, topic: ExerciseTopic.tools.rawValue,
      prompt: "ss -tln on a Linux machine prints this. "
        + "How many connections to port \(port) wait for accept()?",
      figure: listing.lines,
      kind: .entry(
        Question.Entry(
          accepted: ["\(waiting)"],
          mistakes: mistakes(asked, waiting: waiting, others: listeners.filter { $0 != asked }),
          form: .number)),
      explanation: "In a LISTEN row, Recv-Q counts the connections that no accept() has taken yet, "
        + "and Send-Q is the backlog (ss(8)). Here \(waiting) wait.",
      hints: [
        "A connection is complete before accept() is called. Until then it stands in a queue.",
        "In the row of a listener, one of Recv-Q and Send-Q is the length of that queue, the other "
          + "the limit that listen() was given.",
        "Look into the column Recv-Q of the row \(SSListing.local(asked)).",
      ])
    return Exercise(
      question: question,
      data: .object([
        "kind": "waiting", "command": "ss -tln", "port": CaseValue(port), "table": plan.data,
      ]),
      experiment: plan.experiment { $0 == asked })
  }

  private static func mistakes(
    _ asked: ListedSocket, waiting: Int, others: [ListedSocket]
  ) -> [Question.Entry.Mistake] {
    let backlog = Int(asked.row.sendQueue)
    var mistakes = [
      Question.Entry.Mistake(
        "\(backlog)",
        explanation: "\(backlog) is Send-Q. For a listener that is the backlog, the limit of the "
          + "queue, not what is in it."),
      Question.Entry.Mistake(
        "\(backlog - waiting)",
        explanation: "That is backlog minus queue: some room that is left. Recv-Q alone is asked."),
    ]
    mistakes += others.map {
      Question.Entry.Mistake(
        "\($0.row.receiveQueue)",
        explanation: "\($0.row.receiveQueue) is Recv-Q of port \($0.row.local.port).")
    }
    return mistakes.unlike(["\(waiting)"])
  }
}
