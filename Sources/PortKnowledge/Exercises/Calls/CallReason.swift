/// Why a call of a story returns what it returns, and which line decides it.
struct CallReason {
  /// One sentence.
  let text: String
  /// The line of the story that decides, with a short note; nil where it is the call itself.
  let decisive: (line: Int, note: String)?

  init(_ text: String, at line: Int? = nil, _ note: String = "") {
    self.text = text
    decisive = line.map { ($0, note) }
  }

  /// The reason for the result of a line, which must be a call.
  init(_ story: CallStory, line index: Int) {
    let facts = CallFacts(story, before: index)
    let line = story.lines[index]
    let outcome = line.outcome ?? .ok
    switch line.call ?? .close {
    case .bind, .bindToPortZero: self = Self.bind(facts, outcome)
    case .listen: self = Self.listen(facts, outcome)
    case .connect, .connectToClosedPort:
      self = Self.connect(facts, outcome, isServer: line.call == .connect)
    case .accept: self = Self.accept(facts, outcome)
    case .send:
      self = story.transport == .tcp ? Self.send(facts, outcome) : Self.sendUDP(facts, outcome)
    case .receive: self = Self.receive(facts, outcome)
    case .remoteEndpoint: self = Self.peerName(facts, outcome)
    case .localEndpoint: self = Self.ownName(facts, outcome)
    case .shutdownReading, .shutdownWriting, .shutdownBoth: self = Self.shutdown(facts, outcome)
    case .close: self.init("The descriptor is closed.")
    }
  }

  // MARK: Names and ports

  private static func bind(_ facts: CallFacts, _ outcome: ExperimentOutcome) -> CallReason {
    let local = facts.places.local
    if outcome == .ok {
      if let refused = facts.refused {
        return CallReason(
          "The port that the kernel had chosen went back when call \(facts.number(refused)) was "
            + "refused, so the socket has none.", at: refused, "its chosen port is gone")
      }
      return CallReason("The socket has no port yet, and nobody else holds \(local).")
    }
    guard let line = facts.portGiven else { return CallReason("The socket has a port already.") }
    let number = facts.number(line)
    let isBind = facts.call(line) == .bind || facts.call(line) == .bindToPortZero
    let text =
      isBind
      ? "The socket has had its port since call \(number), and a socket is bound only once."
      : "Call \(number) made the kernel choose a port for the socket, and a socket with a port "
        + "cannot be bound."
    return CallReason(text, at: line, isBind ? "bound here" : "gets a port here")
  }

  private static func listen(_ facts: CallFacts, _ outcome: ExperimentOutcome) -> CallReason {
    if facts.transport == .udp {
      return CallReason("UDP has no connections to wait for, so it has no listen().")
    }
    if outcome == .ok {
      if let line = facts.last(.listen) {
        return CallReason(
          "The socket has listened since call \(facts.number(line)); a second listen() only sets "
            + "the backlog anew.", at: line, "listens from here on")
      }
      if let line = facts.portGiven, !facts.before.hasNoPort {
        return CallReason(
          "The socket has a port from call \(facts.number(line)) and no connection: it may listen.",
          at: line, "has its port")
      }
      return CallReason("Without a bind() before it, listen() lets the kernel choose a port.")
    }
    guard let line = facts.connected else { return CallReason("The socket is connected.") }
    return CallReason(
      "The socket was connected by call \(facts.number(line)), and only a socket that never was "
        + "can listen.", at: line, "connected here")
  }

  // MARK: Connections

  private static func connect(
    _ facts: CallFacts, _ outcome: ExperimentOutcome, isServer: Bool
  ) -> CallReason {
    let server = facts.places.server
    let closed = facts.places.closed
    if facts.transport == .udp {
      return CallReason(
        isServer
          ? "On UDP connect() sends nothing: it only notes \(server) as the peer."
          : "On UDP connect() sends nothing, so it cannot notice that nobody receives on "
            + "\(closed).")
    }
    if let line = facts.last(.listen) {
      return CallReason(
        "The socket listens since call \(facts.number(line)); on Linux a listener that calls "
          + "connect() gets EISCONN.", at: line, "a listener from here on")
    }
    if let line = facts.connected {
      let isOver = facts.before.isOver
      return CallReason(
        isOver
          ? "The socket was connected by call \(facts.number(line)). That connection is over, but "
            + "the socket cannot connect again."
          : "The socket is connected since call \(facts.number(line)), and a connected one "
            + "cannot connect again.", at: line, "connected here")
    }
    if outcome != .ok {
      return CallReason("Nothing listens on \(closed): the host answers the SYN with a RST.")
    }
    if let refused = facts.refused {
      return CallReason(
        "A refused connect() does not spoil the socket on Linux, and \(server) has a listener.",
        at: refused, "refused, nothing more")
    }
    return CallReason(
      "\(server) has a listener, and its kernel answers without waiting for accept().")
  }

  private static func accept(_ facts: CallFacts, _ outcome: ExperimentOutcome) -> CallReason {
    if facts.transport == .udp {
      return CallReason("UDP has no connections, so there is nothing to accept.")
    }
    guard let line = facts.last(.listen) else {
      if let connected = facts.connected {
        return CallReason(
          "Only a listener accepts; this socket is connected since call "
            + "\(facts.number(connected)).", at: connected, "connected, not listening")
      }
      return CallReason("Only a listener accepts, and listen() was not called on this socket.")
    }
    if outcome == .ok, let client = facts.lastEvent {
      return CallReason(
        "The client's connection waits in the accept queue, complete.", at: client,
        "now one waits")
    }
    if let taken = facts.last(.accept) {
      return CallReason(
        "Call \(facts.number(taken)) took the only connection out of the queue.", at: taken,
        "took the only one")
    }
    return CallReason(
      "The socket listens, but nobody has connected: the accept queue is empty.", at: line,
      "nobody came after this")
  }

  private static func peerName(_ facts: CallFacts, _ outcome: ExperimentOutcome) -> CallReason {
    if case .endpoint = outcome {
      guard let line = facts.connected else { return CallReason("The socket has a peer.") }
      return CallReason(
        facts.transport == .tcp
          ? "The connection made by call \(facts.number(line)) is still there, so it has a peer."
          : "Call \(facts.number(line)) noted the peer, and it stays noted.", at: line,
        "the peer is set here")
    }
    if let line = facts.last(.listen) {
      return CallReason(
        "A listener never has a peer; accept() hands out other sockets that have one.", at: line,
        "a listener from here on")
    }
    if let refused = facts.refused, facts.connected == nil {
      return CallReason(
        "Call \(facts.number(refused)) was refused, so there is no connection and no peer.",
        at: refused, "no connection")
    }
    if facts.connected != nil, let end = facts.ending {
      return CallReason(
        "The connection is over, and with it the peer is gone.", at: end.line, end.note)
    }
    return CallReason("Nothing has connected this socket, so it has no peer.")
  }

  private static func ownName(_ facts: CallFacts, _ outcome: ExperimentOutcome) -> CallReason {
    guard let line = facts.portGiven else {
      return CallReason("The socket has neither address nor port yet, which is shown as zeros.")
    }
    let number = facts.number(line)
    switch facts.call(line) {
    case .bind:
      return CallReason("Call \(number) gave it this address and port.", at: line, "named here")
    case .bindToPortZero:
      return CallReason(
        "Port 0 in call \(number) asked the kernel to choose one.", at: line, "port 0: choose")
    case .listen:
      return CallReason(
        "listen() without bind() takes all addresses and a port of the kernel's choice.", at: line,
        "no bind() before it")
    case .send:
      return CallReason(
        "Even the failed send() in call \(number) made the kernel choose a port, but no address.",
        at: line, "a port is chosen first")
    default:
      return CallReason(
        "connect() in call \(number) chose the address that leads to the peer, and a port.",
        at: line, "both chosen here")
    }
  }

  private static func shutdown(_ facts: CallFacts, _ outcome: ExperimentOutcome) -> CallReason {
    if outcome == .ok {
      let line = facts.writingEnded
      return CallReason(
        line.map {
          "Call \(facts.number($0)) has ended sending; to do so once more is no error while the "
            + "connection is there."
        } ?? "The connection is there, so its directions can be ended.", at: line,
        "ends sending already")
    }
    guard facts.connected != nil, let end = facts.ending else {
      return CallReason("There is no connection whose direction could be ended.")
    }
    return CallReason("The connection is over in both directions already.", at: end.line, end.note)
  }
}
