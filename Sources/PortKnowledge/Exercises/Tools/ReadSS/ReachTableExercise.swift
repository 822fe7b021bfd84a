/// Who reaches which listener: every combination of two clients and three listeners.
enum ReachTableExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let forms: [(IPAddress, Bool)] = [
      (.any, false), (.loopback, false), (draw.machine, false), (.any6, false), (.any6, true),
      (.octets(127, 0, 0, 53), false),
    ]
    // The machine's own address is the trap: from inside, 127.0.0.1 does not lead to it.
    let some =
      [forms[2]] + draw.draw.pick(2, of: [forms[0], forms[1], forms[3], forms[4], forms[5]])
    for (address, isIPv6Only) in draw.draw.shuffle(some) {
      plan.listen(Endpoint(address, draw.service()), isIPv6Only: isIPv6Only, backlog: 128)
    }
    let listing = SSListing(plan.listeners)
    let rows = plan.listeners.enumerated().map { row, listener in
      Question.Table.Row(
        SSListing.local(listener),
        [IPAddress.loopback, draw.machine].map { destination in
          .blank(choices(listener, destination, row: row, listing))
        })
    }
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt:
          "ss -tln on the Linux machine \(draw.machine) prints this; no firewall, IPv6 is on. "
          + "What comes of a TCP connect() to each listener's port?",
        figure: listing.lines,
        kind: .fillTable(
          Question.Table(columns: ["here, to 127.0.0.1", "LAN, to \(draw.machine)"], rows: rows)),
        explanation:
          "The destination address must be one that the listener is bound to or that its "
          + "wildcard covers. Otherwise the machine answers with RST: refused.",
        hints: [
          "Compare the address that is called with the one in the column Local.",
          "0.0.0.0 and * cover both addresses, [::] covers neither, every other address only itself.",
          "127.0.0.1 and \(draw.machine) are two addresses, although both are on this machine.",
        ]),
      data: .object([
        "kind": "reach-table", "command": "ss -tln",
        "destinations": .list([CaseValue(IPAddress.loopback), CaseValue(draw.machine)]),
        "table": plan.data,
      ]),
      experiment: experiment(plan))
  }

  private static func choices(
    _ listener: ListedSocket, _ destination: IPAddress, row: Int, _ listing: SSListing
  ) -> [Question.Option] {
    let isReached = ListenerReach(listener).includes(destination)
    let local = SSListing.local(listener)
    let reason =
      isReached
      ? "\(local) covers \(destination): the SYN finds this listener."
      : "\(local) does not cover \(destination): nobody listens there, so the answer is RST."
    let figure = listing.lines(
      pointingAt: row, .local, note: isReached ? "covers \(destination)" : "not \(destination)")
    return [
      Question.Option("connects", isRight: isReached, explanation: reason, figure: figure),
      Question.Option("refused", isRight: !isReached, explanation: reason, figure: figure),
    ]
  }

  private static func experiment(_ plan: TablePlan) -> Experiment {
    var experiment = plan.experiment()
    for (number, listener) in plan.listeners.enumerated() {
      for (place, destination) in [("here", IPAddress.loopback), ("LAN", plan.machine)] {
        let isReached = ListenerReach(listener).includes(destination)
        experiment.steps += plan.probe(
          "\(place) \(number + 1)", Endpoint(destination, listener.row.local.port),
          expected: isReached ? .ok : .error("ECONNREFUSED"))
      }
    }
    return experiment
  }
}
