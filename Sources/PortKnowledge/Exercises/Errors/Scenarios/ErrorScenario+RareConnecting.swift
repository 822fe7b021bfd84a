extension ErrorScenario {
  static func listenerConnects(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place)
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.show("B", .bind(d.otherPlace))
    script.show("B", .listen(backlog: 5), deciding: "a listener from here on")
    script.ask(
      "B", .connect(d.place), d.outcome(.tcp, after: [.call(.bind), .call(.listen)], of: .connect))
    return ErrorCase(
      setting: "A and B are TCP sockets of one host.", script: script,
      reason: "B listens, and Linux lets no listener connect.",
      wrong: [
        ("OK", "B would have to be a socket that does not listen."),
        ("EINVAL", "It would fit, but on Linux connect() has another name for this state."),
        ("EADDRINUSE", "B has its own port \(d.otherPort), and it keeps it."),
      ], idea: "What may a listener do, besides accepting?",
      rule: "On Linux connect() fails with EISCONN on a connected TCP socket, and on a listener "
        + "too (measured).")
  }

  static func already(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place, backlog: 0, isShown: false)
    script.note("A", "\(d.place), accept queue full")
    script.quiet("", .fill(clients: 1, to: d.place), .count(1))
    script.quiet("C", .open(.tcp, isIPv6: false))
    let text = "connect(\(d.place))"
    script.show(
      "C", .beginConnect(d.place), .error("EINPROGRESS"), as: text, deciding: "the SYN is out")
    script.ask("C", .beginConnect(d.place), .error("EALREADY"), as: text)
    return ErrorCase(
      setting: "C is a non-blocking TCP socket. A answers none of C's SYNs meanwhile.",
      script: script,
      reason: "The handshake that the first connect() began is not over yet.",
      wrong: [
        ("EINPROGRESS", "That was the first connect(); now it is no news."),
        ("EISCONN", "The handshake is not over, so C is not connected."),
        ("ECONNREFUSED", "Nothing has come back, no RST either."),
      ], idea: "In which state is C's handshake when the second call comes?",
      rule: "A non-blocking connect() begins with EINPROGRESS; each further one says EALREADY "
        + "until the handshake is over (connect(2)).")
  }

  static func lateRefusal(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.show(
      "C", .beginConnect(d.place), .error("EINPROGRESS"), as: "connect(\(d.place))",
      deciding: "nobody listens there")
    script.note("C", "poll() says that the handshake is over")
    script.ask("C", .pendingError, PortProbe.connectOutcome(.rst), as: "getsockopt(SO_ERROR)")
    return ErrorCase(
      setting: "C is a non-blocking TCP socket. Nothing listens on \(d.place). Which error does "
        + "SO_ERROR hold?", script: script,
      reason: "The RST came after connect() had returned, so the refusal waits in SO_ERROR.",
      wrong: [
        ("EINPROGRESS", "That was the result of connect(); by now the handshake is over."),
        ("OK", "OK would mean that C is connected, but nobody listens."),
        ("ETIMEDOUT", "The answer came at once: a RST."),
      ], idea: "connect() had returned before the answer came. Where does the answer go?",
      rule: "After a non-blocking connect() the end of the handshake is told by SO_ERROR: 0 or "
        + "the error (connect(2)).")
  }

  static func sameConnection(_ d: ErrorDraw) -> ErrorCase {
    let own = Endpoint(d.second, d.otherPort)
    var script = ErrorScript()
    script.listener("A", at: d.place)
    for name in ["C", "D"] {
      script.quiet(name, .open(.tcp, isIPv6: false))
      script.quiet(name, .set(.reuseAddress, 1))
      script.quiet(name, .bind(own))
    }
    script.note("C, D", "both bound to \(own)", deciding: "one local endpoint")
    script.show("C", .connect(d.place))
    script.ask("D", .connect(d.place), .error("EADDRNOTAVAIL"))
    return ErrorCase(
      setting: "C and D are TCP sockets with SO_REUSEADDR.", script: script,
      reason: "D's connection would have the same four numbers as C's, which is open.",
      wrong: [
        ("EADDRINUSE", "bind() would say so; connect() has another name for it."),
        ("OK", "Two connections must differ in an address or a port."),
        ("EISCONN", "C is connected, but D is not."),
      ], idea: "Write down both ends of C's connection, and then both ends of D's.",
      rule: "A connection is named by its four numbers. connect() fails with EADDRNOTAVAIL where "
        + "they are in use (connect(2)).")
  }

  static func v6OnlyToMapped(_ d: ErrorDraw) -> ErrorCase {
    let mapped = IPAddress.v6(0, 0xFFFF_7F00_0001)
    var script = ErrorScript()
    script.listener("A", at: Endpoint(.loopback, d.port))
    script.quiet("C", .open(.tcp, isIPv6: true))
    script.show("C", .set(.ipv6Only, 1), deciding: "no IPv4 from now on")
    script.ask("C", .connect(Endpoint(mapped, d.port)), .error("ENETUNREACH"))
    return ErrorCase(
      setting: "C is a fresh TCP socket of AF_INET6 on the host of A.", script: script,
      reason: "The address means IPv4's 127.0.0.1, and C has said that it leaves IPv4 alone.",
      wrong: [
        ("OK", "Without IPV6_V6ONLY it would be OK: A listens there."),
        ("ECONNREFUSED", "A listens, but nothing is sent to it."),
        ("EINVAL", "bind() would say so; connect() looks for a way and finds none."),
      ], idea: "Which address is written inside ::ffff:127.0.0.1?",
      rule: "With IPV6_V6ONLY an IPv4-mapped destination counts as unreachable (ipv6(7); "
        + "measured on Linux).", needs: [.ipv6])
  }
}
