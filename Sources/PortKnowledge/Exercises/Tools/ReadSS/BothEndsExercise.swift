/// How many connections some rows are, where both ends of some stand in one table.
enum BothEndsExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let port = draw.service()
    let local = plan.listen(Endpoint(.loopback, port), backlog: 64)
    let inner = draw.draw.number(in: 1...2)
    for _ in 0..<inner { plan.join(at: local, from: Endpoint(.loopback, draw.ephemeral())) }
    let outer = draw.draw.number(in: 0...(inner == 1 ? 3 : 1))
    for _ in 0..<outer {
      plan.call(
        Endpoint(draw.server(), draw.draw.chance(oneIn: 2) ? port : draw.service()),
        from: draw.ephemeral())
    }
    let sockets = [plan.sockets[0]] + draw.draw.shuffle(Array(plan.sockets.dropFirst()))
    let count = plan.table.connectionCount
    let rows = sockets.count - 1
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "ss -tan on one machine prints this. How many TCP connections do these rows show?",
        figure: SSListing(sockets).lines,
        kind: .entry(
          Question.Entry(
            accepted: ["\(count)"],
            mistakes: [
              .init(
                "\(rows)",
                explanation: "\(rows) rows are in ESTAB, but a connection inside the machine has "
                  + "both its ends in the table: two rows, one connection."),
              .init(
                "\(rows + 1)",
                explanation: "LISTEN is no connection, and those inside the machine have two rows."),
              .init(
                "\(inner)",
                explanation: "Those to other machines count too. They have one row here; the other "
                  + "end stands in the other machine's table."),
              .init(
                "\(outer)",
                explanation: "Those inside the machine count too, each of them once."),
            ].unlike(["\(count)"]), form: .number)),
        explanation: "A connection has two ends. Where both are on this machine, both rows are in "
          + "its table, with Local and Peer exchanged. Here: \(inner) of these, \(outer) to others.",
        hints: [
          "A row is one end of a connection.",
          "Look for rows that are each other's mirror image: Local of one is Peer of the other.",
          "The two rows of a pair count once; a row without a mirror image counts once too.",
        ]),
      data: .object(["kind": "both-ends", "command": "ss -tan", "table": plan.data]),
      experiment: plan.experiment { !$0.isListener })
  }
}
