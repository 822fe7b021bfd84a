/// What the local address of a listener means, wildcards above all.
enum LocalFormExercise {
  private static let reaches: [ListenerReach] = [
    .everyIPv4, .everyAddress, .everyIPv6, .thisMachine(.loopback),
  ]

  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let port = draw.service()
    let wanted = draw.draw.pick(reaches, else: .everyIPv4)
    let address: IPAddress =
      switch wanted {
      case .everyIPv4: .any
      case .everyAddress, .everyIPv6: .any6
      default: .loopback
      }
    plan.listen(
      Endpoint(address, port), isIPv6Only: wanted == .everyIPv6,
      backlog: draw.draw.pick([5, 16, 50, 100, 128], else: 128))
    let listener = plan.listeners[0]
    let listing = SSListing(plan.listeners)
    let local = SSListing.local(listener)
    let options = reaches.map { reach in
      Question.Option(
        text(reach), isRight: reach == ListenerReach(listener),
        explanation: explanation(reach, local: local, right: ListenerReach(listener)),
        figure: listing.lines(pointingAt: 0, .local, note: note(ListenerReach(listener))))
    }
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "ss -tln on a Linux machine with IPv4 and IPv6 prints this row. "
          + "At which addresses can port \(port) be called?",
        figure: listing.lines, kind: .chooseOne(options),
        explanation: "ss writes 0.0.0.0 for every IPv4 address, * for :: that takes IPv4 too, and "
          + "[::] for :: with IPV6_V6ONLY. Here it is \(local).",
        hints: [
          "A listener is bound to one address or to a wildcard, which stands for several.",
          "There are three wildcards in the output of ss: one for IPv4, one for IPv6, one for both.",
          hint(ListenerReach(listener)),
        ]),
      data: .object([
        "kind": "local-form", "command": "ss -tln", "local": .text(local), "table": plan.data,
      ]),
      experiment: experiment(plan))
  }

  private static func text(_ reach: ListenerReach) -> String {
    switch reach {
    case .everyIPv4: "at every IPv4 address of the machine, at no IPv6 one"
    case .everyAddress: "at every address of the machine, IPv4 and IPv6"
    case .everyIPv6: "at every IPv6 address of the machine, at no IPv4 one"
    case .oneAddress, .thisMachine: "at 127.0.0.1 alone, so only from the machine itself"
    }
  }

  private static func hint(_ reach: ListenerReach) -> String {
    switch reach {
    case .everyIPv4: "0.0.0.0 has the form of an IPv4 address, and none of its octets is fixed."
    case .everyAddress: "A bare * has the form of no family, so it leaves out neither."
    case .everyIPv6: "[::] has the form of IPv6. Where the socket took IPv4 too, ss would print *."
    case .oneAddress, .thisMachine:
      "127.0.0.1 is no wildcard but an address, and it begins with 127."
    }
  }

  private static func note(_ reach: ListenerReach) -> String {
    switch reach {
    case .everyIPv4: "every IPv4 address"
    case .everyAddress: ":: that takes IPv4 too"
    case .everyIPv6: ":: for IPv6 alone"
    case .oneAddress, .thisMachine: "loopback"
    }
  }

  private static func explanation(
    _ reach: ListenerReach, local: String, right: ListenerReach
  ) -> String {
    let rule: String =
      switch right {
      case .everyIPv4: "0.0.0.0 is the wildcard of IPv4: all its addresses, and none of IPv6."
      case .everyAddress: "* is an IPv6 socket on :: without IPV6_V6ONLY, and that takes IPv4 too."
      case .everyIPv6: "ss writes [::] where the socket has IPV6_V6ONLY, so it takes no IPv4."
      case .oneAddress, .thisMachine: "127.0.0.1 is one address, and it leads to this machine only."
      }
    if reach == right { return rule }
    let form: String =
      switch reach {
      case .everyIPv4: "That would be 0.0.0.0."
      case .everyAddress: "That would be *."
      case .everyIPv6: "That would be [::]."
      case .oneAddress, .thisMachine: "That would be 127.0.0.1."
      }
    return "\(form) The row says \(local). \(rule)"
  }

  private static func experiment(_ plan: TablePlan) -> Experiment {
    let reach = ListenerReach(plan.listeners[0])
    let port = plan.listeners[0].row.local.port
    var experiment = plan.experiment()
    experiment.needs.insert(.ipv6)
    for address in [IPAddress.loopback, plan.machine, .loopback6] {
      experiment.steps += plan.probe(
        "client of \(address)", Endpoint(address, port),
        expected: reach.includes(address) ? .ok : .error("ECONNREFUSED"))
    }
    return experiment
  }
}
