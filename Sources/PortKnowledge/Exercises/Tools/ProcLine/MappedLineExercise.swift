/// A line of tcp6 that holds an IPv4 connection.
enum MappedLineExercise {
  private enum Claim: CaseIterable {
    case server
    case client
    case ipv6
    case listener
  }

  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let service = draw.serviceEndpoint()
    let client = draw.clientEndpoint()
    let line = ProcLineCase.connection(.server, from: service.mapped, to: client.mapped)
    let figure = ProcLineFigure([line.line])
    let options = Claim.allCases.map { claim in
      Question.Option(
        text(claim), isRight: claim == .server, explanation: explanation(claim, service, client),
        figure: claim == .listener
          ? figure.lines(pointingAt: .state, note: "01 is ESTAB")
          : figure.lines(pointingAt: .remote, note: "::ffff: and an IPv4 address"))
    }
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "/proc/net/tcp6 on x86-64 Linux has this line, with its columns below each other. "
          + "Port \(service.port) is the service. Whose row is it?",
        figure: figure.lines, kind: .chooseOne(draw.draw.shuffle(options)),
        explanation: "0000FFFF in the third word, printed FFFF0000, marks an IPv4-mapped address "
          + "(RFC 4291 §2.5.5.2): an IPv4 connection at an IPv6 socket.",
        hints: [
          "The four words are 0, 0, something with FFFF, and one more.",
          "Reverse the bytes of the third word: 0000FFFF. An address that begins ::ffff: holds an "
            + "IPv4 one.",
          "The local side is \(service), the peer \(client), and st is 01.",
        ]),
      kind: "mapped", line)
  }

  private static func text(_ claim: Claim) -> String {
    switch claim {
    case .server: "a dual-stack server's, with an IPv4 client"
    case .client: "an IPv4 client's, with a dual-stack server"
    case .ipv6: "an IPv6 server's, with an IPv6 client"
    case .listener: "the dual-stack listener's own"
    }
  }

  private static func explanation(
    _ claim: Claim, _ service: Endpoint, _ client: Endpoint
  ) -> String {
    switch claim {
    case .server:
      "The local port is the service's, and both addresses are mapped IPv4 ones: the listener on :: "
        + "took a call from \(client)."
    case .client:
      "The local port is \(service.port), the service's. The client's own row has \(client) as its "
        + "local side, in /proc/net/tcp."
    case .ipv6:
      "::ffff:\(client.address) is no address of IPv6 hosts: it holds the IPv4 address "
        + "\(client.address)."
    case .listener:
      "A listener has st 0A and no peer. This row has st 01 and the peer \(client)."
    }
  }
}
