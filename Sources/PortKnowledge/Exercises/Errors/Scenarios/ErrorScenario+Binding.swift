extension ErrorScenario {
  /// Situations of bind() and listen().
  static let binding: [ErrorScenario] = [
    ErrorScenario("port-taken", .easy, portTaken),
    ErrorScenario("foreign-address", .easy, foreignAddress),
    ErrorScenario("privileged-port", .easy, privilegedPort),
    ErrorScenario("other-transport", .easy, otherTransport),
    ErrorScenario("bind-twice", .medium, bindTwice),
    ErrorScenario("bind-after-connect", .medium, bindAfterConnect),
    ErrorScenario("wildcard-taken", .medium, wildcardTaken),
    ErrorScenario("other-address", .medium, otherAddress),
    ErrorScenario("restart-time-wait", .medium, restartInTimeWait),
    ErrorScenario("no-port-left", .medium, noPortLeft),
    ErrorScenario("restart-client-closed", .hard, restartClientClosed),
    ErrorScenario("reuse-beside-listener", .hard, reuseBesideListener),
    ErrorScenario("second-listener", .hard, secondListener),
    ErrorScenario("bind-after-refusal", .hard, bindAfterRefusal),
    ErrorScenario("mapped-v6only", .hard, mappedOnV6Only),
  ]

  private static let bindIdea =
    "bind() looks only at this host: its addresses, its users, its sockets. Nothing is sent."

  private static func portTaken(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place)
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.ask(
      "B", .bind(d.place), BindErrorOrder.outcome(of: [.portTaken], isIPv6: false),
      deciding: "just what A holds")
    return ErrorCase(
      setting: "A and B are TCP sockets of one host.", script: script,
      reason: "A listens on \(d.place), and neither has an option for sharing it.",
      wrong: [
        ("EADDRNOTAVAIL", "\(d.host) is an address of this host, as A shows."),
        ("EACCES", "Port \(d.port) is not below 1024, so no permission is needed."),
        ("OK", "Two TCP sockets cannot hold \(d.place) without an option on both."),
      ], idea: bindIdea,
      rule: "One address and port of a protocol belong to one socket, unless options on both let "
        + "them share it (bind(2), socket(7)).")
  }

  private static func foreignAddress(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("host", "\(d.host), 127.0.0.1 (all its addresses)", deciding: "no \(d.remote)")
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.ask("B", .bind(d.far), BindErrorOrder.outcome(of: [.addressNotLocal], isIPv6: false))
    return ErrorCase(
      setting: "B is a fresh TCP socket, and port \(d.port) is free.", script: script,
      reason: "\(d.remote) is not an address of this host.",
      wrong: [
        ("EADDRINUSE", "Nobody holds port \(d.port) here."),
        ("ENETUNREACH", "bind() sends nothing, so no route is looked for."),
        ("OK", "Only an address of its own can be bound: \(d.remote) belongs to another host."),
      ], idea: bindIdea,
      rule: "bind() needs an address that one of the host's interfaces has, or the wildcard "
        + "(bind(2), ip(7)).")
  }

  private static func privilegedPort(_ d: ErrorDraw) -> ErrorCase {
    let place = Endpoint(d.host, d.lowPort)
    var script = ErrorScript()
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.note("B", "TCP, fresh, uid \(1000 + Int(d.port.rawValue) % 10), no capabilities")
    script.ask(
      "B", .bind(place), BindErrorOrder.outcome(of: [.portPrivileged], isIPv6: false),
      deciding: "below 1024")
    return ErrorCase(
      setting: "\(d.host) is an address of this host, and nobody holds port \(d.lowPort).",
      script: script,
      reason: "Port \(d.lowPort) lies below 1024, and the program has no CAP_NET_BIND_SERVICE.",
      wrong: [
        ("EPERM", "bind() reports a privileged port as EACCES."),
        ("EADDRINUSE", "Nobody holds port \(d.lowPort)."),
        ("EADDRNOTAVAIL", "\(d.host) is an address of this host."),
      ], idea: bindIdea,
      rule: "Ports below ip_unprivileged_port_start, usually 1024, need CAP_NET_BIND_SERVICE: "
        + "EACCES otherwise (ip(7)).",
      needs: [.unprivileged], fixedPorts: [d.lowPort])
  }

  private static func otherTransport(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place)
    script.quiet("B", .open(.udp, isIPv6: false))
    script.ask("B", .bind(d.place), .ok, deciding: "B is UDP, A is TCP")
    return ErrorCase(
      setting: "B is a fresh UDP socket of the same host.", script: script,
      reason: "A holds port \(d.port) for TCP only; UDP numbers its ports independently.",
      wrong: [
        ("EADDRINUSE", "A holds \(d.place) for TCP, not for UDP."),
        ("EACCES", "Port \(d.port) is not below 1024."),
        ("EINVAL", "B is fresh, so it can be bound."),
      ], idea: bindIdea,
      rule: "TCP and UDP have port numbers of their own: the same number may be used in both "
        + "(RFC 6335).")
  }

  private static func bindTwice(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.show("B", .bind(d.place), deciding: "has its port now")
    script.ask("B", .bind(d.otherPlace), d.outcome(.tcp, after: [.call(.bind)], of: .bind))
    return ErrorCase(
      setting: "B is one TCP socket, and port \(d.otherPort) is free.", script: script,
      reason: "B has port \(d.port) already, and a socket is bound only once.",
      wrong: [
        ("EADDRINUSE", "Port \(d.otherPort) is free; what is in the way is B's own port."),
        ("EISCONN", "B is bound, but not connected."),
        ("OK", "bind() does not move a socket from port \(d.port) to \(d.otherPort)."),
      ], idea: "What has become of the socket by the first call?",
      rule: "bind() needs a socket that has no port yet: EINVAL otherwise (bind(2)).")
  }

  private static func bindAfterConnect(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place)
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.show("B", .connect(d.place), deciding: "gives B a port")
    script.ask("B", .bind(d.otherPlace), d.outcome(.tcp, after: [.call(.connect)], of: .bind))
    return ErrorCase(
      setting: "B is a TCP client, and port \(d.otherPort) is free.", script: script,
      reason: "connect() made the kernel choose a port for B, so B cannot be bound any more.",
      wrong: [
        ("EISCONN", "That is what a second connect() would say."),
        ("EADDRINUSE", "Port \(d.otherPort) is free; B itself has another port already."),
        ("OK", "B got its port from connect(), and it cannot get another one."),
      ], idea: "What has become of the socket by the first call?",
      rule: "bind() needs a socket that has no port yet; connect() gives it one (bind(2), ip(7)).")
  }

  private static func wildcardTaken(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: Endpoint(.any, d.port))
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.ask(
      "B", .bind(d.place), BindErrorOrder.outcome(of: [.portTaken], isIPv6: false),
      deciding: "0.0.0.0 covers \(d.host)")
    return ErrorCase(
      setting: "A and B are TCP sockets of one host, without options.", script: script,
      reason: "A has 0.0.0.0, which stands for every IPv4 address of the host, \(d.host) too.",
      wrong: [
        ("OK", "The addresses overlap: 0.0.0.0 covers \(d.host)."),
        ("EADDRNOTAVAIL", "\(d.host) is an address of this host."),
        ("EINVAL", "B is fresh, so it can be bound."),
      ], idea: bindIdea,
      rule: "Two sockets are in each other's way where their addresses overlap, and the wildcard "
        + "overlaps with all of its family (ip(7)).")
  }

  private static func otherAddress(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place)
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.ask("B", .bind(Endpoint(.loopback, d.port)), .ok, deciding: "another address")
    return ErrorCase(
      setting: "A and B are TCP sockets of one host, without options.", script: script,
      reason: "A has the port on \(d.host) only, and 127.0.0.1 is another address.",
      wrong: [
        ("EADDRINUSE", "A holds port \(d.port) on \(d.host), not on 127.0.0.1."),
        ("EADDRNOTAVAIL", "127.0.0.1 is an address of every host."),
        ("EACCES", "Port \(d.port) is not below 1024."),
      ], idea: bindIdea,
      rule: "A port is held on an address: the same number is free on addresses that do not "
        + "overlap (ip(7)).")
  }

  private static func restartInTimeWait(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.connection(at: d.place)
    script.note("L", "listens on \(d.place), accepted S from C")
    script.show("S", .close, deciding: "S closes first")
    script.quiet("C", .receive(upTo: 16), .text(""))
    script.show("C", .close)
    script.show("L", .close)
    script.quiet("S", .state, .state(.timeWait))
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.ask("B", .bind(d.place), .error("EADDRINUSE"))
    return ErrorCase(
      setting: "A TCP server is restarted at once: B is its new socket. No socket has options.",
      script: script,
      reason: "S closed first, so its row keeps \(d.place) in TIME-WAIT for 60 seconds.",
      wrong: [
        ("OK", "No descriptor is open, but the row in TIME-WAIT still has port \(d.port)."),
        ("ETIMEDOUT", "bind() does not wait for the row in TIME-WAIT."),
        ("EADDRNOTAVAIL", "\(d.host) is still an address of this host."),
      ], idea: "Which rows are left in the kernel's table, and on which side?",
      rule: "The side that closes first keeps a row in TIME-WAIT. bind() to its port then needs "
        + "SO_REUSEADDR on both, old and new (socket(7)).")
  }

  private static func noPortLeft(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("host", "28232 connections to \(d.far)", deciding: "every chosen port is in use")
    script.ask("B", "connect(\(d.far))", .error("EADDRNOTAVAIL"))
    return ErrorCase(
      setting: "All of the host's 28232 ephemeral ports have a connection from its one address to "
        + "one server. B is a fresh TCP socket.", script: script,
      reason: "There is no port left with which B's connection to \(d.far) would be unique.",
      wrong: [
        ("EADDRINUSE", "That is what bind() says; connect() without a free port says otherwise."),
        ("ECONNREFUSED", "The server is not even asked."),
        ("EAGAIN", "connect() over TCP does not report it so, and waiting is not offered."),
      ], idea: "What must the kernel find for B before the first SYN can leave?",
      rule: "connect() needs a local port that makes the connection unique: EADDRNOTAVAIL where "
        + "none is free (connect(2)).", isPlayable: false)
  }
}
