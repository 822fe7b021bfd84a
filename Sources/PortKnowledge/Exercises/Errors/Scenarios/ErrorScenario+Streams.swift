extension ErrorScenario {
  /// Situations of calls that do not fit what the TCP socket is.
  static let streams: [ErrorScenario] = [
    ErrorScenario("receive-fresh", .easy, receiveFresh),
    ErrorScenario("nobody-waits", .easy, nobodyWaits),
    ErrorScenario("nothing-there", .easy, nothingThere),
    ErrorScenario("closed-descriptor", .easy, closedDescriptor),
    ErrorScenario("accept-without-listen", .easy, acceptWithoutListen),
    ErrorScenario("send-fresh", .medium, sendFresh),
    ErrorScenario("listen-when-connected", .medium, listenWhenConnected),
    ErrorScenario("receive-on-listener", .medium, receiveOnListener),
    ErrorScenario("name-of-listeners-peer", .medium, peerOfListener),
    ErrorScenario("shutdown-fresh", .medium, shutdownFresh),
    ErrorScenario("listen-twice", .hard, listenTwice),
    ErrorScenario("accept-on-connection", .hard, acceptOnConnection),
  ]

  private static let stateIdea = "What is the socket: fresh, bound, a listener, or connected?"

  private static func receiveFresh(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.show("B", .bind(d.place), deciding: "a port, but no peer")
    script.ask("B", .receive(upTo: 64), d.outcome(.tcp, after: [.call(.bind)], of: .receive))
    return ErrorCase(
      setting: "B is a TCP socket that has done nothing else.", script: script,
      reason: "B has a port, but no connection from which bytes could come.",
      wrong: [
        ("EAGAIN", "Waiting would not help: without a connection nothing can come."),
        ("0 bytes", "That is the end of a stream, and there is no stream."),
        ("EINVAL", "On a TCP socket without a connection recv() has another name for it."),
      ], idea: stateIdea,
      rule: "recv() on a TCP socket that was never connected fails with ENOTCONN (recv(2)).")
  }

  private static func nobodyWaits(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("L", .open(.tcp, isIPv6: false))
    script.show("L", .bind(d.place))
    script.show("L", .listen(backlog: 5), deciding: "nobody has come since")
    script.ask(
      "L", .accept(as: "S"), d.outcome(.tcp, after: [.call(.bind), .call(.listen)], of: .accept),
      as: "accept()")
    return ErrorCase(
      setting: "L is a non-blocking TCP socket. No client has connected.", script: script,
      reason: "The accept queue is empty, and a non-blocking call does not wait.",
      wrong: [
        ("EINVAL", "L listens, so accept() fits."),
        ("OK", "There is no connection that could be handed out."),
        ("ECONNREFUSED", "That is what a client hears, never a listener."),
      ], idea: "What would a blocking accept() do here?",
      rule: "Where a blocking call would sleep, a non-blocking one fails with EAGAIN (accept(2)).")
  }

  private static func nothingThere(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.show("C", .connect(d.place), deciding: "A has sent nothing")
    script.ask("C", .receive(upTo: 64), d.outcome(.tcp, after: [.call(.connect)], of: .receive))
    return ErrorCase(
      setting: "C is a TCP socket; its recv() does not wait. A's program has sent nothing.",
      script: script, reason: "The connection is open, but no byte has arrived.",
      wrong: [
        ("0 bytes", "That would say that the peer has ended sending; it has not."),
        ("ENOTCONN", "C is connected: connect() returned OK."),
        ("ETIMEDOUT", "The call does not wait, so no time can run out."),
      ], idea: "What would a blocking recv() do here?",
      rule: "Where a blocking call would sleep, a non-blocking one fails with EAGAIN (recv(2)).")
  }

  private static func closedDescriptor(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("B", "connect(fd, \(d.far)) was OK")
    script.note("B", "close(fd)", deciding: "fd is gone")
    script.ask(
      "B", "send(fd, \"\(d.word)\")",
      d.outcome(.tcp, after: [.call(.connect), .call(.close)], of: .send))
    return ErrorCase(
      setting: "B is a program with one thread and one TCP socket, fd.", script: script,
      reason: "After close() the number fd stands for nothing any more.",
      wrong: [
        ("EPIPE", "Here it is not only sending that is over: fd itself is gone."),
        ("ENOTCONN", "There is no socket left that could be connected or not."),
        ("OK", "close() ended the program's use of the connection."),
      ], idea: "What does the number fd stand for after the second line?",
      rule: "A number that is no open descriptor is EBADF in every call (errno(3)).",
      isPlayable: false)
  }

  private static func acceptWithoutListen(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("L", .open(.tcp, isIPv6: false))
    script.show("L", .bind(d.place), deciding: "no listen() after it")
    script.ask(
      "L", .accept(as: "S"), d.outcome(.tcp, after: [.call(.bind)], of: .accept), as: "accept()")
    return ErrorCase(
      setting: "L is a TCP socket whose program forgot a call.", script: script,
      reason: "L is bound, but listen() was not called, so it accepts nothing.",
      wrong: [
        ("EAGAIN", "Waiting would not help: L does not listen."),
        ("EOPNOTSUPP", "TCP has accept(); it is L that is not ready."),
        ("ENOTCONN", "A listener is never connected; that is not what is missing."),
      ], idea: stateIdea,
      rule: "accept() needs a socket that listens: EINVAL otherwise (accept(2)).")
  }

  private static func sendFresh(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.show("B", .bind(d.place), deciding: "a port, but no peer")
    script.ask("B", .send(d.word), d.outcome(.tcp, after: [.call(.bind)], of: .send))
    return ErrorCase(
      setting: "B is a TCP socket that has done nothing else.", script: script,
      reason: "B has no connection to send on; Linux calls that a broken pipe.",
      wrong: [
        ("ENOTCONN", "recv() says so, and POSIX allows it; Linux's send() says otherwise."),
        ("EDESTADDRREQ", "UDP says so; a TCP socket cannot be given a destination by send()."),
        ("OK", "There is nobody to whom the bytes could go."),
      ], idea: "Linux has two names for a missing connection: one for recv(), one for send().",
      rule: "On Linux send() on a TCP socket without a connection fails with EPIPE (measured).")
  }

  private static func listenWhenConnected(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("A", at: d.place)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.show("C", .connect(d.place), deciding: "connected from here on")
    script.ask("C", .listen(backlog: 5), d.outcome(.tcp, after: [.call(.connect)], of: .listen))
    return ErrorCase(
      setting: "C is one TCP socket.", script: script,
      reason: "C is connected, and a socket either has a connection or listens.",
      wrong: [
        ("EISCONN", "That is what a second connect() would say."),
        ("EOPNOTSUPP", "TCP has listen(); it is C's state that does not fit."),
        ("OK", "C would have to be a socket that never was connected."),
      ], idea: stateIdea,
      rule: "listen() needs a TCP socket that never was connected: EINVAL otherwise (measured on "
        + "Linux).")
  }

  private static func receiveOnListener(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("L", at: d.place)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.show("C", .connect(d.place))
    script.show("C", .send(d.word))
    script.quiet("L", .accept(as: "S"), .ok)
    script.note("L", "accept() gave a new socket, S", deciding: "the bytes belong to S")
    script.ask(
      "L", .receive(upTo: 64), d.outcome(.tcp, after: [.call(.bind), .call(.listen)], of: .receive))
    return ErrorCase(
      setting: "A server reads from the wrong one of its two sockets.", script: script,
      reason: "L is the listener and has no connection; the bytes wait in S.",
      wrong: [
        ("\"\(d.word)\"", "These bytes are S's: accept() handed S out for this connection."),
        ("EAGAIN", "Waiting would not help: no byte ever comes to a listener."),
        ("EINVAL", "recv() has another name for a socket without a connection."),
      ], idea: "Which of the two sockets has the connection?",
      rule: "A listener only makes connections; recv() on it fails with ENOTCONN (recv(2)).")
  }

  private static func peerOfListener(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("L", at: d.place)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.show("C", .connect(d.place))
    script.show("L", .accept(as: "S"), as: "accept(), a new socket S", deciding: "S has the peer")
    script.ask(
      "L", .remoteEndpoint,
      d.outcome(.tcp, after: [.call(.bind), .call(.listen)], of: .remoteEndpoint))
    return ErrorCase(
      setting: "A server wants to know who has called.", script: script,
      reason: "L listens and has no peer; S is the socket that is connected to C.",
      wrong: [
        ("OK", "It would be OK on S, which has the connection."),
        ("EINVAL", "The call fits every socket; what is missing is a peer."),
        ("EOPNOTSUPP", "TCP has getpeername()."),
      ], idea: "Which of the two sockets has the connection?",
      rule: "getpeername() needs a connection; a listener never has one: ENOTCONN "
        + "(getpeername(2)).")
  }

  private static func shutdownFresh(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("B", .open(.tcp, isIPv6: false))
    script.show("B", .bind(d.place), deciding: "a port, but no peer")
    script.ask("B", .shutdownWriting, d.outcome(.tcp, after: [.call(.bind)], of: .shutdownWriting))
    return ErrorCase(
      setting: "B is a TCP socket that has done nothing else.", script: script,
      reason: "There is no connection whose sending direction could be ended.",
      wrong: [
        ("EPIPE", "send() would say so; nothing is sent here."),
        ("OK", "B has no connection that could be ended."),
        ("EINVAL", "SHUT_WR is a direction that exists; a connection does not."),
      ], idea: stateIdea, rule: "shutdown() needs a connection: ENOTCONN otherwise (shutdown(2)).")
  }

  private static func listenTwice(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.quiet("L", .open(.tcp, isIPv6: false))
    script.show("L", .bind(d.place))
    script.show("L", .listen(backlog: 1), deciding: "listens from here on")
    script.ask(
      "L", .listen(backlog: 50),
      d.outcome(.tcp, after: [.call(.bind), .call(.listen)], of: .listen))
    return ErrorCase(
      setting: "L is one TCP socket.", script: script,
      reason: "L listens already; the second call only changes the backlog from 1 to 50.",
      wrong: [
        ("EADDRINUSE", "L has port \(d.port) itself and is not in its own way."),
        ("EINVAL", "A listener may call listen() again."),
        ("EISCONN", "L has no connection; it listens."),
      ], idea: stateIdea,
      rule: "listen() on a listener is allowed and sets the backlog anew (measured on Linux).")
  }

  private static func acceptOnConnection(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.connection(at: d.place)
    script.note("L", "listens on \(d.place), accepted S from C", deciding: "S is a connection")
    script.ask(
      "S", .accept(as: "T"), d.outcome(.tcp, after: [.call(.connect)], of: .accept), as: "accept()")
    return ErrorCase(
      setting: "A server calls accept() on the wrong one of its two sockets.", script: script,
      reason: "S has the connection with C, and only L listens.",
      wrong: [
        ("EAGAIN", "Waiting would not help: S does not listen."),
        ("EISCONN", "That is what connect() would say."),
        ("OK", "No connection ever comes to S, which is one itself."),
      ], idea: "Which of the two sockets listens?",
      rule: "accept() needs a socket that listens: EINVAL otherwise (accept(2)).")
  }
}
