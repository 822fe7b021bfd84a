/// What the state of a UDP line means.
enum UDPLineExercise {
  private enum Claim: CaseIterable {
    case noPeer
    case hasPeer
    case listens
    case closed
  }

  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let local = draw.serviceEndpoint()
    let peer = draw.clientEndpoint()
    let hasPeer = draw.draw.chance(oneIn: 3)
    let line = ProcLineCase(
      .udp,
      ProcNetLine(
        local: local, remote: hasPeer ? peer : Endpoint(.any, 0),
        state: hasPeer ? .established : .closed))
    let code = ProcNetLine.text(of: line.line.state)
    let right: Claim = hasPeer ? .hasPeer : .noPeer
    let figure = ProcLineFigure([line.line])
    let options = Claim.allCases.map { claim in
      Question.Option(
        text(claim), isRight: claim == right,
        explanation: explanation(claim, right: right, local: local, code: code),
        figure: figure.lines(
          pointingAt: hasPeer ? .remote : .state, note: hasPeer ? "the peer" : "07: no peer"))
    }
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "/proc/net/udp on x86-64 Linux has this line. What does its state say?",
        figure: figure.lines(pointingAt: .state, note: "the state"), kind: .chooseOne(options),
        explanation:
          "UDP has no states of its own. Linux shows 07 (ss: UNCONN) for a socket without "
          + "a peer and 01 (ss: ESTAB) for one on which connect() set a peer.",
        hints: [
          "UDP knows no handshake, no listeners and no closing.",
          "Linux uses two numbers of TCP's for UDP: one for sockets with a peer, one for those "
            + "without.",
          hasPeer
            ? "The column rem_address holds an address and a port."
            : "The column rem_address holds no address and the port 0.",
        ]),
      kind: "udp", line)
  }

  private static func text(_ claim: Claim) -> String {
    switch claim {
    case .noPeer: "bound, without a peer: anybody may send to it"
    case .hasPeer: "connected: it takes datagrams of one peer only"
    case .listens: "it listens, and accept() will give another socket"
    case .closed: "it is closed and goes away soon"
    }
  }

  private static func explanation(
    _ claim: Claim, right: Claim, local: Endpoint, code: String
  ) -> String {
    let rule =
      right == .noPeer
      ? "\(code) in a UDP line means no peer: the socket on \(local) takes datagrams from anybody."
      : "\(code) in a UDP line means that connect() has set a peer. No segment was ever exchanged "
        + "for that."
    switch claim {
    case right: return rule
    case .noPeer: return "Then st would be 07, and rem_address would be 0. " + rule
    case .hasPeer: return "Then st would be 01, and rem_address would hold the peer. " + rule
    case .listens: return "UDP has no listen() and no accept(): EOPNOTSUPP. " + rule
    case .closed: return "A closed UDP socket has no line at all. " + rule
    }
  }
}
