extension ErrorScenario {
  /// Situations of UDP.
  static let datagrams: [ErrorScenario] = [
    ErrorScenario("udp-listen", .easy, udpListen),
    ErrorScenario("udp-no-destination", .easy, udpNoDestination),
    ErrorScenario("udp-closed-send", .medium, udpClosedSend),
    ErrorScenario("udp-closed-receive", .medium, udpClosedReceive),
    ErrorScenario("udp-unconnected", .medium, udpUnconnected),
    ErrorScenario("udp-accept", .medium, udpAccept),
    ErrorScenario("udp-too-long", .medium, udpTooLong),
    ErrorScenario("udp-longest", .hard, udpLongest),
    ErrorScenario("udp-second-send", .hard, udpSecondSend),
    ErrorScenario("udp-third-send", .hard, udpThirdSend),
    ErrorScenario("udp-recverr", .hard, udpReceiveErrors),
    ErrorScenario("udp-connect-again", .hard, udpConnectAgain),
    ErrorScenario("udp-bind-after-send", .hard, udpBindAfterSend),
  ]

  private static let datagramIdea =
    "UDP has no handshake: what can be known when the call returns, and what only later?"
  private static let icmpRule =
    "A connected UDP socket is told of ICMP port unreachable, once, by its next call: "
    + "ECONNREFUSED (udp(7))."

  private static func udpListen(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("B", .open(.udp, isIPv6: false))
    script.show("B", .bind(d.place))
    script.ask(
      "B", .listen(backlog: 5), d.outcome(.udp, after: [.call(.bind)], of: .listen),
      deciding: "on UDP?")
    return ErrorCase(
      setting: "B is a UDP socket.", script: script,
      reason: "UDP has no connections, so there is nothing that B could listen for.",
      wrong: [
        ("OK", "After bind() a UDP socket receives; it never listens."),
        ("EINVAL", "B's state is fine; it is the protocol that has no such call."),
        ("EADDRINUSE", "B has port \(d.port) itself."),
      ], idea: "Which calls does a server need that has no connections?",
      rule: "Only protocols with connections have listen() and accept(): EOPNOTSUPP otherwise "
        + "(listen(2)).")
  }

  private static func udpAccept(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("B", .open(.udp, isIPv6: false))
    script.show("B", .bind(d.place))
    script.ask(
      "B", .accept(as: "S"), d.outcome(.udp, after: [.call(.bind)], of: .accept), as: "accept()",
      deciding: "on UDP?")
    return ErrorCase(
      setting: "B is a UDP socket, and a client's datagram is on its way.", script: script,
      reason: "UDP has no connections to accept; B just calls recvfrom().",
      wrong: [
        ("EAGAIN", "Waiting would not help: UDP never makes a connection."),
        ("EINVAL", "TCP says so before listen(); UDP has no accept() at all."),
        ("OK", "A datagram makes no new socket."),
      ], idea: "Which calls does a server need that has no connections?",
      rule: "Only protocols with connections have listen() and accept(): EOPNOTSUPP otherwise "
        + "(accept(2)).")
  }

  private static func udpNoDestination(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("B", .open(.udp, isIPv6: false))
    script.show("B", .bind(d.place), deciding: "its own port, no peer")
    script.ask("B", .send(d.word), d.outcome(.udp, after: [.call(.bind)], of: .send))
    return ErrorCase(
      setting: "B is a UDP socket that has done nothing else.", script: script,
      reason: "send() names no destination, and B has no peer from connect().",
      wrong: [
        ("ENOTCONN", "UDP needs no connection; what is missing is a destination."),
        ("EPIPE", "TCP says so; UDP misses the destination."),
        ("OK", "Nobody has said where \"\(d.word)\" should go."),
      ], idea: "To whom does the datagram go?",
      rule: "send() on a UDP socket needs a peer from connect(): EDESTADDRREQ otherwise; sendto() "
        + "names one itself (send(2)).")
  }

  /// A UDP socket connected to a port that nothing has.
  private static func toClosed(_ d: ErrorDraw) -> ErrorScript {
    var script = ErrorScript()
    script.quiet("C", .open(.udp, isIPv6: false))
    script.show("C", .connect(d.otherPlace))
    return script
  }

  private static func udpClosedSend(_ d: ErrorDraw) -> ErrorCase {
    var script = toClosed(d)
    script.ask(
      "C", .send(d.word), d.outcome(.udp, after: [.call(.connectToClosedPort)], of: .send),
      deciding: "leaves; ICMP comes later")
    return ErrorCase(
      setting: "C is a UDP socket. Nothing has port \(d.otherPort) on \(d.host).", script: script,
      reason: "The datagram leaves; that nobody takes it is only known afterwards.",
      wrong: [
        ("ECONNREFUSED", "That is told by the call after this one, when ICMP has come back."),
        ("EDESTADDRREQ", "connect() has named \(d.otherPlace) as the peer."),
        ("ETIMEDOUT", "UDP waits for no answer."),
      ], idea: datagramIdea,
      rule: "send() over UDP says only that the datagram was taken. An ICMP error is told by the "
        + "next call (udp(7)).")
  }

  private static func udpClosedReceive(_ d: ErrorDraw) -> ErrorCase {
    var script = toClosed(d)
    script.show("C", .send(d.word), deciding: "brings back ICMP")
    script.ask(
      "C", .receive(upTo: 64),
      d.outcome(.udp, after: [.call(.connectToClosedPort), .call(.send)], of: .receive))
    return ErrorCase(
      setting: "C is a UDP socket. Nothing has port \(d.otherPort) on \(d.host).", script: script,
      reason: "The host answered the datagram with ICMP port unreachable.",
      wrong: [
        ("EAGAIN", "Something has come back: ICMP port unreachable."),
        ("ECONNRESET", "UDP has no RST; it has ICMP."),
        ("ETIMEDOUT", "The answer came at once, though it is none that C wants."),
      ], idea: datagramIdea, rule: icmpRule)
  }

  private static func udpUnconnected(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("C", .open(.udp, isIPv6: false))
    script.show("C", .sendTo(d.word, d.otherPlace), deciding: "C has no connect()")
    script.ask("C", .receive(upTo: 64), .error("EAGAIN"))
    return ErrorCase(
      setting: "C is a UDP socket; its recv() does not wait. Nothing has port \(d.otherPort) on "
        + "\(d.host).", script: script,
      reason: "ICMP port unreachable came back, but a UDP socket without connect() is not told.",
      wrong: [
        ("ECONNREFUSED", "It would be so after connect(), or with IP_RECVERR."),
        ("ENOTCONN", "recv() over UDP needs no peer."),
        ("EDESTADDRREQ", "sendto() named \(d.otherPlace), and it was OK."),
      ], idea: "Whom does the kernel tell of an ICMP message: every UDP socket, or only some?",
      rule: "Linux tells only connected UDP sockets of ICMP errors, or those with IP_RECVERR "
        + "(measured; udp(7) says otherwise).")
  }

  private static func udpTooLong(_ d: ErrorDraw) -> ErrorCase {
    var script = receiver(d)
    script.ask("C", .sendBytes(65_508), .error("EMSGSIZE"), deciding: "65507 is the most")
    return ErrorCase(
      setting: "A and C are UDP sockets over IPv4.", script: script,
      reason: "65508 bytes and 28 bytes of headers do not fit into 65535.",
      wrong: [
        ("OK", "One byte less would be OK."),
        ("EAGAIN", "Waiting would not help: the datagram stays too long."),
        ("EINVAL", "There is a name for just this."),
      ], idea: "How long can an IPv4 packet be at most, and what is in it besides the payload?",
      rule: longestRule)
  }

  private static func udpLongest(_ d: ErrorDraw) -> ErrorCase {
    var script = receiver(d)
    script.ask("C", .sendBytes(65_507), .ok, deciding: "65507 is the most")
    return ErrorCase(
      setting: "A and C are UDP sockets over IPv4, with buffers of the usual size.",
      script: script, reason: "65507 bytes, 8 of UDP and 20 of IPv4 are exactly 65535.",
      wrong: [
        ("EMSGSIZE", "One byte more would be too long."),
        ("EAGAIN", "The send buffer has room for one such datagram."),
        ("EINVAL", "Nothing is wrong with C or the call."),
      ], idea: "How long can an IPv4 packet be at most, and what is in it besides the payload?",
      rule: longestRule)
  }

  private static let longestRule =
    "A UDP payload over IPv4 has at most 65535 \u{2212} 20 \u{2212} 8 = 65507 bytes; more is "
    + "EMSGSIZE (RFC 768, RFC 791, send(2))."

  /// A UDP socket connected to one that receives.
  private static func receiver(_ d: ErrorDraw) -> ErrorScript {
    var script = ErrorScript()
    script.quiet("A", .open(.udp, isIPv6: false))
    script.quiet("A", .bind(d.place))
    script.note("A", "UDP, receives on \(d.place)")
    script.quiet("C", .open(.udp, isIPv6: false))
    script.show("C", .connect(d.place))
    return script
  }

  private static func udpSecondSend(_ d: ErrorDraw) -> ErrorCase {
    var script = toClosed(d)
    script.show("C", .send(d.word), deciding: "brings back ICMP")
    script.ask(
      "C", .send(d.word),
      d.outcome(.udp, after: [.call(.connectToClosedPort), .call(.send)], of: .send))
    return ErrorCase(
      setting: "C is a UDP socket. Nothing has port \(d.otherPort) on \(d.host).", script: script,
      reason:
        "The ICMP message of the first datagram waits, and this call is the one that tells it.",
      wrong: [
        ("OK", "It tells the old error instead, and sends nothing."),
        ("EPIPE", "UDP has no stream that could be over."),
        ("ECONNRESET", "UDP has no RST; it has ICMP."),
      ], idea: datagramIdea, rule: icmpRule)
  }

  private static func udpThirdSend(_ d: ErrorDraw) -> ErrorCase {
    var script = toClosed(d)
    script.show("C", .send(d.word))
    script.show("C", .send(d.word), .error("ECONNREFUSED"), deciding: "told here, once")
    script.ask(
      "C", .send(d.word),
      d.outcome(
        .udp, after: [.call(.connectToClosedPort), .call(.send), .call(.send)], of: .send))
    return ErrorCase(
      setting: "C is a UDP socket. Nothing has port \(d.otherPort) on \(d.host).", script: script,
      reason: "The second call told the error and sent nothing, so no new one waits.",
      wrong: [
        ("ECONNREFUSED", "The one error was told by the second call."),
        ("EPIPE", "UDP has no stream that could be over."),
        ("ENOTCONN", "C still has its peer \(d.otherPlace)."),
      ], idea: "How many datagrams have left so far, and how many errors were told?", rule: icmpRule
    )
  }

  private static func udpReceiveErrors(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("C", .open(.udp, isIPv6: false))
    script.show("C", .set(.receiveErrors, 1), deciding: "wants to be told")
    script.show("C", .sendTo(d.word, d.otherPlace))
    script.ask("C", .receive(upTo: 64), .error("ECONNREFUSED"))
    return ErrorCase(
      setting: "C is a UDP socket; its recv() does not wait. Nothing has port \(d.otherPort) on "
        + "\(d.host).", script: script,
      reason: "With IP_RECVERR even a socket without a peer is told of ICMP port unreachable.",
      wrong: [
        ("EAGAIN", "It would be so without IP_RECVERR."),
        ("ENOTCONN", "recv() over UDP needs no peer."),
        ("EHOSTUNREACH", "ICMP says that the port is unreachable; the host was reached."),
      ], idea: "What does IP_RECVERR ask the kernel for?",
      rule: "IP_RECVERR lets a UDP socket hear of ICMP errors without connect() (ip(7)).")
  }

  private static func udpConnectAgain(_ d: ErrorDraw) -> ErrorCase {
    var script = receiver(d)
    script.ask(
      "C", .connect(d.otherPlace),
      d.outcome(.udp, after: [.call(.connect)], of: .connectToClosedPort), deciding: "a new peer")
    return ErrorCase(
      setting: "A and C are UDP sockets. Nothing has port \(d.otherPort) on \(d.host).",
      script: script,
      reason:
        "On UDP connect() only notes a peer: no packet is sent, and the old peer is replaced.",
      wrong: [
        ("EISCONN", "TCP says so; a UDP socket may change its peer at any time."),
        ("ECONNREFUSED", "connect() over UDP asks nobody."),
        ("EADDRINUSE", "C keeps the local port that it has."),
      ], idea: "What does connect() send over UDP?",
      rule: "connect() on a UDP socket sets its peer, as often as one likes, and sends nothing "
        + "(connect(2), udp(7)).")
  }

  private static func udpBindAfterSend(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("B", .open(.udp, isIPv6: false))
    script.show("B", .send(d.word), .error("EDESTADDRREQ"), deciding: "but B has a port now")
    script.ask("B", .bind(d.place), d.outcome(.udp, after: [.call(.send)], of: .bind))
    return ErrorCase(
      setting: "B is one UDP socket, and nobody else holds port \(d.port).", script: script,
      reason: "Even the send() that failed let the kernel choose a port for B first.",
      wrong: [
        ("OK", "B looks fresh, but it has a port from its failed send()."),
        ("EADDRINUSE", "Nobody else holds port \(d.port); it is B's own port that is in the way."),
        ("EDESTADDRREQ", "bind() names the own end and needs no destination."),
      ], idea: "A call that fails may still have done something first.",
      rule: "send() takes a port from the kernel before it looks for a destination; after that "
        + "bind() is EINVAL (measured on Linux).")
  }
}
