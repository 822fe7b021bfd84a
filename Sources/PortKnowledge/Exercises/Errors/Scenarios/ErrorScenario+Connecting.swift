extension ErrorScenario {
  /// Situations of connect() that loopback can show.
  static let connecting: [ErrorScenario] = [
    ErrorScenario("port-closed", .easy, portClosed),
    ErrorScenario("connect-twice", .easy, connectTwice),
    ErrorScenario("bound-not-listening", .medium, boundNotListening),
    ErrorScenario("udp-only", .medium, udpOnly),
    ErrorScenario("other-loopback", .medium, otherLoopback),
    ErrorScenario("ipv6-client", .medium, ipv6Client),
    ErrorScenario("accept-queue-full", .medium, acceptQueueFull),
    ErrorScenario("in-progress", .medium, inProgress),
    ErrorScenario("low-port-client", .medium, lowPortClient),
    ErrorScenario("listener-connects", .hard, listenerConnects),
    ErrorScenario("already", .hard, already),
    ErrorScenario("late-refusal", .hard, lateRefusal),
    ErrorScenario("same-connection", .hard, sameConnection),
    ErrorScenario("v6only-to-mapped", .hard, v6OnlyToMapped),
  ]

  private static let connectIdea =
    "What comes back for the SYN: a SYN and ACK, a RST, an ICMP message, or nothing?"
  private static let refusedRule =
    "A host answers a SYN for a port without a listener with a RST: ECONNREFUSED at once "
    + "(RFC 9293, section 3.5.2; connect(2))."

  private static func portClosed(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.otherPlace)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.ask(
      "C", .connect(d.place), PortProbe.connectOutcome(.rst), deciding: "nobody listens there")
    return ErrorCase(
      setting: "\(d.host) is up and has no firewall. A is its only socket.", script: script,
      reason: "Nothing listens on port \(d.port), so the host answers the SYN with a RST.",
      wrong: [
        ("ETIMEDOUT", "The host is up and answers at once, though with a RST."),
        ("EHOSTUNREACH", "The host \(d.host) is reached, and answers itself."),
        ("EADDRNOTAVAIL", "C gets a local address and port without trouble."),
      ], idea: connectIdea, rule: refusedRule)
  }

  private static func connectTwice(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.show("C", .connect(d.place), deciding: "connected from here on")
    script.ask("C", .connect(d.place), d.outcome(.tcp, after: [.call(.connect)], of: .connect))
    return ErrorCase(
      setting: "C is one TCP socket; its connection stays open.", script: script,
      reason:
        "C has its connection to \(d.place), and a connected TCP socket cannot connect again.",
      wrong: [
        ("OK", "A second connection needs a second socket."),
        ("EADDRINUSE", "No address or port is asked for here."),
        ("ECONNREFUSED", "A still listens, but no SYN is sent at all."),
      ], idea: "What has become of the socket by the first call?",
      rule: "connect() on a TCP socket that is connected fails with EISCONN (connect(2)).")
  }

  private static func boundNotListening(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("A", .open(.tcp, isIPv6: false))
    script.show("A", .bind(d.place), deciding: "no listen() after it")
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.ask("C", .connect(d.place), PortProbe.connectOutcome(.rst))
    return ErrorCase(
      setting: "A and C are TCP sockets. A's program has not gone further.", script: script,
      reason: "A has port \(d.port), but it does not listen, so the SYN is answered with a RST.",
      wrong: [
        ("OK", "bind() alone accepts nothing: A does not listen."),
        ("ETIMEDOUT", "The host answers at once: no listener, so a RST."),
        ("EINVAL", "C is fresh and may connect; its state is fine."),
      ], idea: "Which call makes a socket take connections?", rule: refusedRule)
  }

  private static func udpOnly(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("A", .open(.udp, isIPv6: false))
    script.quiet("A", .bind(d.place))
    script.note("A", "UDP, receives on \(d.place)", deciding: "UDP only")
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.ask("C", .connect(d.place), PortProbe.connectOutcome(.rst))
    return ErrorCase(
      setting: "A is the only socket with port \(d.port). C is a TCP socket.", script: script,
      reason: "A has the port for UDP; no TCP socket listens on \(d.port), so a RST comes back.",
      wrong: [
        ("OK", "UDP and TCP have ports of their own: A does not see C's SYN."),
        ("ETIMEDOUT", "The host answers for TCP at once, with a RST."),
        ("EOPNOTSUPP", "C is a TCP socket and has connect()."),
      ], idea: "Which protocol does each of the two speak?", rule: refusedRule)
  }

  private static func otherLoopback(_ d: ErrorDraw) -> ErrorCase {
    let here = Endpoint(.octets(127, 0, 0, 1), d.port)
    let there = Endpoint(.octets(127, 0, 0, 2), d.port)
    var script = ErrorScript()
    script.listener("A", at: here)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.ask(
      "C", .connect(there), PortProbe.connectOutcome(.rst), deciding: "another address")
    return ErrorCase(
      setting: "A is the only socket with port \(d.port). C runs on the same Linux host.",
      script: script,
      reason: "127.0.0.2 is this host too, but A listens on 127.0.0.1 only.",
      wrong: [
        ("OK", "A would need 0.0.0.0 to be reached on 127.0.0.2."),
        ("EADDRNOTAVAIL", "On Linux all of 127.0.0.0/8 is the host itself."),
        ("ENETUNREACH", "127.0.0.0/8 always has a route, to the host itself."),
      ], idea: "To which address is A bound, and which one does C call?", rule: refusedRule)
  }

  private static func ipv6Client(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: Endpoint(.any, d.port))
    script.quiet("C", .open(.tcp, isIPv6: true))
    script.ask(
      "C", .connect(Endpoint(.loopback6, d.port)), PortProbe.connectOutcome(.rst),
      deciding: "IPv6, but A is IPv4")
    return ErrorCase(
      setting: "A is the only socket with port \(d.port). C runs on the same host.",
      script: script,
      reason: "0.0.0.0 stands for all IPv4 addresses, and ::1 is none of them.",
      wrong: [
        ("OK", "It would be OK with A on ::, which stands for both families."),
        ("ENETUNREACH", "::1 is the host itself and needs no route outside."),
        ("ETIMEDOUT", "The host answers at once for ::1: no listener, so a RST."),
      ], idea: "For which addresses does 0.0.0.0 stand?", rule: refusedRule, needs: [.ipv6])
  }

  private static func acceptQueueFull(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place, backlog: 0, isShown: false)
    script.note("A", "listen(0) on \(d.place), accepts nobody", deciding: "room for one")
    script.quiet("", .fill(clients: 1, to: d.place), .count(1))
    script.note("B", "has connected, nobody else")
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.ask("C", .connect(d.place), .pending)
    return ErrorCase(
      setting: "C waits as long as Linux tries. What does its connect() return in the end?",
      script: script,
      reason: "The accept queue is full, so Linux drops the SYN without a word, again and again.",
      wrong: [
        ("ECONNREFUSED", "Linux sends no RST when the accept queue is full."),
        ("EAGAIN", "C's connect() blocks, and over TCP a full queue is not reported."),
        ("OK", "listen(0) leaves room for one client, and that one has come."),
      ], idea: "What does Linux answer when a listener has no room left?",
      rule: "A listener with a full accept queue drops new SYNs: silence, and ETIMEDOUT after "
        + "about two minutes (listen(2), tcp(7)).")
  }

  private static func inProgress(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.ask(
      "C", .beginConnect(d.place), .error("EINPROGRESS"), as: "connect(\(d.place))",
      deciding: "the SYN leaves, nobody waits")
    return ErrorCase(
      setting: "C is a non-blocking TCP socket (O_NONBLOCK).", script: script,
      reason: "The handshake with \(d.place) has begun, and a non-blocking call does not wait.",
      wrong: [
        ("EAGAIN", "connect() over TCP has a name of its own for that."),
        ("OK", "A answers, but C does not wait for it."),
        ("EALREADY", "This is C's first connect()."),
      ], idea: "The call returns before the answer to the SYN is looked at.",
      rule: "connect() on a non-blocking TCP socket returns EINPROGRESS; poll() for writing and "
        + "SO_ERROR tell the end (connect(2)).")
  }

  private static func lowPortClient(_ d: ErrorDraw) -> ErrorCase {
    let server = Endpoint(d.host, d.lowPort)
    var script = ErrorScript()
    script.listener("A", at: server)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.note("C", "TCP, uid \(1000 + Int(d.port.rawValue) % 10), no capabilities")
    script.ask("C", .connect(server), PortProbe.connectOutcome(.synAck), deciding: "only called")
    return ErrorCase(
      setting: "A's program was started by root. Nothing filters.", script: script,
      reason: "C only calls port \(d.lowPort); its own port is a high one that the kernel chooses.",
      wrong: [
        ("EACCES", "Only bind() to port \(d.lowPort) would need it, not connect()."),
        ("EPERM", "No rule forbids C to send to port \(d.lowPort)."),
        ("ECONNREFUSED", "A listens on \(server)."),
      ], idea: "Whose port is below 1024: the caller's own one, or the one that is called?",
      rule: "Ports below 1024 need a privilege only to bind them; everybody may connect to them "
        + "(ip(7)).")
  }
}
