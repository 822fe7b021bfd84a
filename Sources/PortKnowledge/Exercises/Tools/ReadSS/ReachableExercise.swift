/// Which listeners another machine reaches: what the local address says.
enum ReachableExercise {
  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    let isMedium = draw.draw.level > .easy
    let second = draw.secondAddress()
    var plan = TablePlan(machine: draw.machine)
    for form in forms(isMedium: isMedium, second: second, &draw) {
      plan.listen(
        Endpoint(form.address, draw.service()), isIPv6Only: form.isIPv6Only,
        backlog: draw.draw.pick([5, 16, 50, 128], else: 128))
    }
    let listing = SSListing(plan.listeners)
    let options = plan.listeners.enumerated().map { row, listener in
      option(listener, row: row, machine: draw.machine, listing)
    }
    let right = options.count { $0.isRight }
    let prompt =
      isMedium
      ? "This machine has the addresses \(draw.machine) and \(second), no firewall, and IPv6. "
        + "Tick the listeners that an IPv4 client elsewhere reaches at \(draw.machine)."
      : "This Linux machine has the address \(draw.machine) and no firewall. "
        + "Tick every listener that a client on another machine reaches there."
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue, prompt: prompt, figure: listing.lines,
        kind: .chooseSeveral(options),
        explanation: "A listener takes what is sent to the address it is bound to; 0.0.0.0 stands "
          + "for every IPv4 address, * for IPv4 and IPv6, [::] for IPv6 alone. Loopback never "
          + "leaves the machine.",
        hints: [
          "LISTEN alone says nothing about who can come. The address before the port does.",
          "0.0.0.0 and * are open to IPv4 from everywhere; 127.0.0.1 and [::1] are this machine; any "
            + "other address stands for itself.",
          right == 1 ? "Exactly one can be reached." : "Exactly \(right) can be reached.",
        ]),
      data: .object([
        "kind": "reachable", "command": "ss -tln", "destination": CaseValue(draw.machine),
        "addresses": .list([draw.machine, second].map { CaseValue($0) }), "table": plan.data,
      ]),
      experiment: experiment(plan))
  }

  /// Bound addresses, at least one of which is reached and one is not.
  private static func forms(
    isMedium: Bool, second: IPAddress, _ draw: inout ReadSSDraw
  ) -> [(address: IPAddress, isIPv6Only: Bool)] {
    let open: [(IPAddress, Bool)] = [(.any, false), (draw.machine, false), (.any6, false)]
    let closed: [(IPAddress, Bool)] =
      isMedium
      ? [(.any6, true), (second, false), (.loopback, false), (.loopback6, true)]
      : [(.loopback, false), (.octets(127, 0, 0, 53), false), (.loopback6, true)]
    let count = draw.draw.number(in: 1...(isMedium ? 3 : 2))
    let some = draw.draw.pick(count, of: open)
    return draw.draw.shuffle(some + draw.draw.pick(4 - count, of: closed))
  }

  private static func option(
    _ listener: ListedSocket, row: Int, machine: IPAddress, _ listing: SSListing
  ) -> Question.Option {
    let local = SSListing.local(listener)
    let address = listener.row.local.address
    let text: String
    let note: String
    switch ListenerReach(listener) {
    case .everyIPv4:
      text = "0.0.0.0 stands for every IPv4 address of the machine, so for \(machine) too."
      note = "every IPv4 address"
    case .everyAddress:
      text = "* is :: without IPV6_V6ONLY: every address of the machine, also the IPv4 ones."
      note = "IPv4 and IPv6"
    case .everyIPv6:
      text =
        "[::] instead of * says that the socket takes IPv6 alone: \(machine) finds nobody here."
      note = "IPv6 alone"
    case .oneAddress(let address):
      text =
        address == machine
        ? "It is bound to \(machine), the very address that the client calls."
        : "It is bound to \(address): a call to \(machine) does not find it."
      note = address == machine ? "the address that is called" : "another address"
    case .thisMachine:
      text = "\(address) is a loopback address: only programs on this machine reach it."
      note = "loopback: this machine alone"
    }
    return Question.Option(
      local, isRight: ListenerReach(listener).includes(machine), explanation: text,
      figure: listing.lines(pointingAt: row, .local, note: note))
  }

  private static func experiment(_ plan: TablePlan) -> Experiment {
    var experiment = plan.experiment()
    for (number, listener) in plan.listeners.enumerated() {
      let isReached = ListenerReach(listener).includes(plan.machine)
      experiment.steps += plan.probe(
        "client \(number + 1)", Endpoint(plan.machine, listener.row.local.port),
        expected: isReached ? .ok : .error("ECONNREFUSED"))
    }
    return experiment
  }
}
