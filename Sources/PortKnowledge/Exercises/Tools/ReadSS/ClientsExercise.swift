/// How many distinct clients are connected to a port.
enum ClientsExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let port = draw.service()
    let number = plan.listen(Endpoint(.any, port), backlog: 128)
    // Four connections of one to three clients, each of which has at least one.
    let addresses = (0..<draw.draw.number(in: 1...3)).map { _ in draw.client() }
    var counts = addresses.map { _ in 1 }
    for _ in addresses.count..<4 { counts[draw.draw.number(in: 0...addresses.count - 1)] += 1 }
    for (address, count) in zip(addresses, counts) {
      for _ in 0..<count { plan.accept(at: number, from: Endpoint(address, draw.ephemeral())) }
    }
    let count = counts.max() ?? 0
    let busy = addresses[counts.firstIndex(of: count) ?? 0]
    let hasOld = draw.draw.chance(oneIn: 2)
    if hasOld {
      plan.accept(at: number, from: draw.clientEndpoint(), .timeWait)
    } else {
      plan.call(Endpoint(draw.server(), port), from: draw.ephemeral())
    }
    let sockets = [plan.sockets[0]] + draw.draw.shuffle(Array(plan.sockets.dropFirst()))
    let clients = plan.table.clientAddresses(of: sockets[0]).count
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "ss -tan prints this. From how many different addresses are clients connected to "
          + "port \(port) of this machine at the moment (ESTAB)?",
        figure: SSListing(sockets).lines,
        kind: .entry(
          Question.Entry(
            accepted: ["\(clients)"],
            mistakes: mistakes(
              clients, rows: 4, busy: busy, count: count, hasOld: hasOld, port: port
            ).unlike(["\(clients)"]), form: .number)),
        explanation: "Clients of the port are the peers of rows in ESTAB with the local port "
          + "\(port). \(busy) has \(count) of them, from different ports, and counts once.",
        hints: [
          "Rows are connections, and one client may have several.",
          "Take the rows in ESTAB whose local port is \(port), and count the different addresses in "
            + "the column Peer.",
          "\(count) of the 4 rows come from \(busy).",
        ]),
      data: .object([
        "kind": "clients", "command": "ss -tan", "port": CaseValue(port), "table": plan.data,
      ]),
      experiment: plan.experiment { $0.row.local.port == port && !$0.isListener })
  }

  private static func mistakes(
    _ clients: Int, rows: Int, busy: IPAddress, count: Int, hasOld: Bool, port: PortNumber
  ) -> [Question.Entry.Mistake] {
    [
      Question.Entry.Mistake(
        "\(rows)",
        explanation:
          "There are \(rows) connections, but \(count) of them come from \(busy), which is "
          + "one address."),
      Question.Entry.Mistake(
        "\(clients + 1)",
        explanation: hasOld
          ? "The row in TIME-WAIT is a connection that has ended."
          : "The row with the peer's port \(port) is a call from here to another server."),
      Question.Entry.Mistake(
        "\(rows + 1)",
        explanation: "Neither the listener nor a row "
          + (hasOld ? "in TIME-WAIT" : "of a call from here")
          + " is a client, and \(busy) counts once."),
      Question.Entry.Mistake(
        "\(clients - 1)",
        explanation: "\(busy) has several connections, but it is a client too: it counts once."),
    ]
  }
}
