/// How many connections a program has taken: the open rows of its port without those that wait.
enum AcceptedExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let port = draw.service()
    let number = plan.listen(
      Endpoint(.any, port), backlog: draw.draw.pick([8, 16, 50, 128], else: 16))
    let accepted = draw.draw.number(in: 1...3)
    let waiting = draw.draw.number(in: 1...(4 - accepted))
    for _ in 0..<accepted { plan.accept(at: number, from: draw.clientEndpoint()) }
    for _ in 0..<waiting { plan.wait(at: number, from: draw.clientEndpoint()) }
    let hasOwnCall = draw.draw.chance(oneIn: 2)
    if hasOwnCall { plan.call(Endpoint(draw.server(), port), from: draw.ephemeral()) }
    let sockets = [plan.sockets[0]] + draw.draw.shuffle(Array(plan.sockets.dropFirst()))
    let listener = sockets[0]
    let right = plan.table.accepted(at: listener)
    let open = accepted + waiting
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "ss -tan prints this. How many of the open connections to port \(port) of this "
          + "machine has the server's program already taken with accept()?",
        figure: SSListing(sockets).lines,
        kind: .entry(
          Question.Entry(
            accepted: ["\(right)"],
            mistakes: mistakes(open: open, waiting: waiting, hasOwnCall: hasOwnCall, port: port)
              .unlike(["\(right)"]), form: .number)),
        explanation:
          "Connections in the accept queue stand in the table as ESTAB too. \(open) rows "
          + "in ESTAB have the local port \(port), and Recv-Q of the listener says that \(waiting) "
          + "of them wait.",
        hints: [
          "The handshake is over before accept(), so a connection that waits is in ESTAB already.",
          "Count the rows in ESTAB with the local port \(port). Recv-Q of the LISTEN row says how "
            + "many of them still wait.",
          "There are \(open) such rows, and Recv-Q of the listener is \(waiting).",
        ]),
      data: .object([
        "kind": "accepted", "command": "ss -tan", "port": CaseValue(port), "table": plan.data,
      ]),
      experiment: plan.experiment { $0.row.local.port == port })
  }

  private static func mistakes(
    open: Int, waiting: Int, hasOwnCall: Bool, port: PortNumber
  ) -> [Question.Entry.Mistake] {
    var mistakes = [
      Question.Entry.Mistake(
        "\(open)",
        explanation: "\(open) rows are in ESTAB with the local port \(port), but Recv-Q of the "
          + "listener says that \(waiting) of them are not taken yet."),
      Question.Entry.Mistake(
        "\(waiting)",
        explanation: "\(waiting) is Recv-Q of the listener: those are the ones that still wait."),
    ]
    if hasOwnCall {
      mistakes.append(
        Question.Entry.Mistake(
          "\(open + 1)",
          explanation:
            "One row has \(port) as the peer's port: that is a call from here, no client "
            + "of ours. And \(waiting) of the others still wait."))
      mistakes.append(
        Question.Entry.Mistake(
          "\(open + 1 - waiting)",
          explanation: "One row has \(port) as the peer's port: that is a call from here, not a "
            + "client's connection."))
    }
    return mistakes
  }
}
