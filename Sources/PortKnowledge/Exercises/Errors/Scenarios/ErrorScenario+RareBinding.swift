extension ErrorScenario {
  static func restartClientClosed(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.connection(at: d.place)
    script.note("L", "listens on \(d.place), accepted S from C")
    script.show("C", .close, deciding: "C closes first")
    script.quiet("S", .receive(upTo: 16), .text(""))
    script.show("S", .close)
    script.show("L", .close)
    script.quiet("C", .state, .state(.timeWait))
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.ask("B", .bind(d.place), .ok)
    return ErrorCase(
      setting: "A TCP server is restarted at once: B is its new socket. No socket has options.",
      script: script,
      reason: "C closed first, so TIME-WAIT is on the client's side and nothing holds \(d.place).",
      wrong: [
        ("EADDRINUSE", "The row in TIME-WAIT has the client's port, not \(d.port)."),
        ("EADDRNOTAVAIL", "\(d.host) is still an address of this host."),
        ("EINVAL", "B is fresh, so it can be bound."),
      ], idea: "Which rows are left in the kernel's table, and on which side?",
      rule: "The side that closes first keeps a row in TIME-WAIT; the other side's row is gone "
        + "(RFC 9293, section 3.6).")
  }

  static func reuseBesideListener(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    for name in ["A", "B"] {
      script.quiet(name, .open(.tcp, isIPv6: false))
      script.quiet(name, .set(.reuseAddress, 1))
    }
    script.show("A", .bind(d.place))
    script.show("A", .listen(backlog: 5), deciding: "listens")
    script.ask("B", .bind(d.place), .error("EADDRINUSE"))
    return ErrorCase(
      setting: "A and B are TCP sockets of one program, both with SO_REUSEADDR.", script: script,
      reason: "A listens, and beside a TCP listener SO_REUSEADDR does not help.",
      wrong: [
        ("OK", "It would be OK if A were only bound; but A listens on \(d.place)."),
        ("EINVAL", "B is fresh, so it can be bound."),
        ("EACCES", "Port \(d.port) is not below 1024."),
      ], idea: "What is SO_REUSEADDR made for on Linux: old connections, or two servers at once?",
      rule: "SO_REUSEADDR on both sockets lets them share a TCP port only where the old one does "
        + "not listen (socket(7)).")
  }

  static func secondListener(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    for name in ["A", "B"] {
      script.quiet(name, .open(.tcp, isIPv6: false))
      script.quiet(name, .set(.reuseAddress, 1))
      script.show(name, .bind(d.place))
    }
    script.show("A", .listen(backlog: 5), deciding: "the one listener")
    script.ask("B", .listen(backlog: 5), .error("EADDRINUSE"))
    return ErrorCase(
      setting: "A and B are TCP sockets of one program, both with SO_REUSEADDR.", script: script,
      reason: "SO_REUSEADDR let both bind \(d.place), but only one socket may listen there.",
      wrong: [
        ("OK", "Two listeners on \(d.place) would need SO_REUSEPORT on both."),
        ("EINVAL", "B is bound and not connected, which is fine for listen()."),
        ("EOPNOTSUPP", "TCP has listen()."),
      ], idea: "Both have the port. Is that enough to listen?",
      rule: "listen() is judged like bind(): beside a listener SO_REUSEADDR does not help "
        + "(listen(2), socket(7)).")
  }

  static func bindAfterRefusal(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.show("B", .bind(Endpoint(d.host, 0)), deciding: "a port of the kernel's choice")
    script.show("B", .connect(d.otherPlace), .error("ECONNREFUSED"))
    script.ask(
      "B", .bind(d.place),
      d.outcome(.tcp, after: [.call(.bindToPortZero), .call(.connectToClosedPort)], of: .bind))
    return ErrorCase(
      setting: "B is one TCP socket. Nobody holds port \(d.port).", script: script,
      reason: "The port that port 0 stood for goes back when connect() is refused, so B has none.",
      wrong: [
        ("EINVAL", "B had a port, but the refused connect() gave it back."),
        ("EISCONN", "The connect() was refused, so B is not connected."),
        ("EADDRINUSE", "Nobody holds port \(d.port)."),
      ], idea: "A port that the kernel chose, and one that the program named, do not stay alike.",
      rule: "On Linux a chosen port goes back when the connection, or the attempt at one, is over; "
        + "a named one stays until close() (measured).")
  }

  static func mappedOnV6Only(_ d: ErrorDraw) -> ErrorCase {
    let mapped = IPAddress.v6(0, 0xFFFF_7F00_0001)
    var script = ErrorScript()
    script.quiet("B", .open(.tcp, isIPv6: true))
    script.show("B", .set(.ipv6Only, 1), deciding: "no IPv4 from now on")
    script.ask("B", .bind(Endpoint(mapped, d.port)), .error("EINVAL"))
    return ErrorCase(
      setting: "B is a fresh TCP socket of AF_INET6.", script: script,
      reason: "The address means IPv4's 127.0.0.1, and B has said that it leaves IPv4 alone.",
      wrong: [
        ("EADDRNOTAVAIL", "The host has 127.0.0.1; it is B that may not use it."),
        ("OK", "Without IPV6_V6ONLY it would be OK."),
        ("EADDRINUSE", "Nobody holds port \(d.port)."),
      ], idea: "Which address is written inside ::ffff:127.0.0.1?",
      rule: "An IPv4-mapped address contradicts IPV6_V6ONLY: EINVAL from bind() (ipv6(7), "
        + "RFC 4291, section 2.5.5.2).", needs: [.ipv6])
  }
}
