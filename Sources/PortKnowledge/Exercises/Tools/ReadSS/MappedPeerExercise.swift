/// What a peer such as ::ffff:203.0.113.5 tells about the way it came.
enum MappedPeerExercise {
  private enum Claim: CaseIterable {
    case ipv4ToDual
    case ipv6
    case ipv4Listener
    case translator

    var text: String {
      switch self {
      case .ipv4ToDual: "over IPv4, to an IPv6 socket that takes both"
      case .ipv6: "over IPv6, with the address in brackets as source"
      case .ipv4Listener: "over IPv4, to a listener on 0.0.0.0"
      case .translator: "over IPv6, through a box that translates IPv4"
      }
    }
  }

  static func made(_ id: String, _ draw: inout ReadSSDraw) -> Exercise {
    var plan = TablePlan(machine: draw.machine)
    let port = draw.service()
    let number = plan.listen(Endpoint(.any6, port), backlog: 128)
    let client = draw.clientEndpoint()
    plan.accept(at: number, from: client)
    if draw.draw.chance(oneIn: 2) { plan.accept(at: number, from: draw.clientEndpoint()) }
    let sockets = plan.sockets
    let listing = SSListing(sockets, hasQueues: false)
    let options = draw.draw.shuffle(Claim.allCases).map { claim in
      Question.Option(
        claim.text, isRight: claim == .ipv4ToDual,
        explanation: explanation(claim, client: client.address, port: port),
        figure: claim == .ipv4Listener
          ? listing.lines(pointingAt: 0, .local, note: "an IPv6 socket that takes IPv4 too")
          : listing.lines(pointingAt: 1, .peer, note: "holds an IPv4 address"))
    }
    var experiment = plan.experiment { $0 == sockets[1] }
    experiment.steps.append(
      ExperimentStep(
        "client \(client)", .localEndpoint,
        expected: .endpoint(client.address, .known(client.port)), isAsked: true))
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "ss -tan prints these rows; the queues are left out. "
          + "How did the client with port \(client.port) come in?",
        figure: listing.lines, kind: .chooseOne(options),
        explanation: "::ffff:a.b.c.d is an IPv4 address inside an IPv6 one (RFC 4291 §2.5.5.2). "
          + "Linux shows IPv4 peers so where the listener is a dual-stack IPv6 socket.",
        hints: [
          "Look at what the address of the peer is made of.",
          "An IPv6 socket can only hold IPv6 addresses, so IPv4 ones are mapped: ::ffff: and then "
            + "the four octets.",
          "The packets carried the plain address \(client.address). The listener is *:\(port).",
        ]),
      data: .object([
        "kind": "mapped", "command": "ss -tan", "client": CaseValue(client), "table": plan.data,
      ]),
      experiment: experiment)
  }

  private static func explanation(
    _ claim: Claim, client: IPAddress, port: PortNumber
  ) -> String {
    switch claim {
    case .ipv4ToDual:
      "The packets were IPv4, from \(client). The listener *:\(port) is an IPv6 socket, so the "
        + "kernel shows it the address mapped."
    case .ipv6:
      "::ffff:\(client) never stands in a packet here: it is how an IPv6 socket is shown the IPv4 "
        + "address \(client)."
    case .ipv4Listener:
      "The listener is *:\(port), an IPv6 socket. A listener on 0.0.0.0 would show plain \(client)."
    case .translator:
      "No box is needed: the kernel of this machine itself maps \(client) for its IPv6 socket."
    }
  }
}
