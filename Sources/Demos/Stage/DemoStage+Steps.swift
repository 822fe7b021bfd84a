import PortKnowledge
import Sockets

/// Single calls by the names of sockets, for demos that take a connection apart.
extension DemoStage {
  /// What came of a call that may well be refused: nil where it succeeded, else the error's name.
  ///
  /// Only a refusal by the kernel is a value; everything else still ends the demo.
  func refusal(of work: () throws -> Void) throws -> String? {
    try checkStopped()
    do {
      try work()
      return nil
    } catch let error as SocketError {
      return error.errorName
    }
  }

  /// Opens a socket and holds it.
  func open(
    _ name: String, _ transport: TransportProtocol = .tcp, family: AddressFamily = .ipv4
  ) throws {
    try checkStopped()
    hold(
      name,
      HeldSocket(
        try Socket(transport, family: family, recorder: recorder.named(name)),
        isConnection: transport == .tcp))
  }

  /// Sets an option.
  func set(_ option: SocketOption, to value: Int32, on name: String) throws {
    try checkStopped()
    try held(name).socket.set(option, to: value)
  }

  /// Gives a socket its address and port; the endpoint as the kernel has it then.
  @discardableResult
  func bind(_ name: String, to endpoint: Endpoint) throws -> Endpoint {
    try checkStopped()
    let held = try held(name)
    try held.socket.bind(to: endpoint)
    return endpoint.port == 0 ? try held.socket.localEndpoint() : endpoint
  }

  /// Makes a bound socket a listener and watches its end.
  func listen(_ name: String, backlog: Int32) throws {
    try checkStopped()
    let held = try held(name)
    try held.socket.listen(backlog: backlog)
    if let local = try held.socket.ends().local {
      watchServer(local, held.socket.transport, role: name)
    }
  }

  /// Begins a connection; whether the handshake is done already.
  ///
  /// Both rows are named, as soon as the kernel has chosen the client's port.
  @discardableResult
  func beginConnecting(
    _ name: String, to server: Endpoint, peerRole: String
  ) throws -> Bool {
    try checkStopped()
    let held = try held(name)
    let isDone = try held.socket.startConnecting(to: server)
    if let local = try held.socket.ends().local {
      let tuple = FiveTuple(held.socket.transport, from: local, to: server)
      watchConnection(tuple)
      nameConnection(tuple, role: name, peerRole: peerRole)
    }
    return isDone
  }

  /// Waits for the end of a handshake; nil where it succeeded, the error's name where it failed, and
  /// `no answer` where none came in time.
  func finishConnecting(_ name: String, within limit: Duration) throws -> String? {
    let held = try held(name)
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while try !held.socket.wait(for: .writing, timeout: min(Self.slice, limit)) {
      try checkStopped()
      if clock.now >= deadline { return "no answer" }
    }
    return try held.socket.pendingError().map {
      SocketError("connect", number: $0).errorName
    }
  }

  /// Ends a direction of a connection.
  func shutdown(_ name: String, _ direction: Socket.Direction = .writing) throws {
    try checkStopped()
    try held(name).socket.shutdown(direction)
  }

  /// Resets a connection: closes it with a linger time of 0.
  func reset(_ name: String) throws {
    try checkStopped()
    try held(name).socket.setLinger(seconds: 0)
    try close(name)
  }

  /// The kernel's row of a socket among the demo's, by what it is called; nil where there is none.
  func row(of role: String) -> SocketRow? {
    let tuples = roles.filter { $0.role == role }.map(\.tuple)
    return rows.first { tuples.contains($0.identity) }
  }
}
