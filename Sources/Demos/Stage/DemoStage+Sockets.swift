import PortKnowledge
import Sockets

extension DemoStage {
  /// How often a port that somebody else uses too is given back for another one.
  private static let portAttempts = 20

  /// Opens a TCP listener on a port that the kernel chooses; its address and port.
  ///
  /// The port is nobody else's on this machine, in TCP or UDP, on any address: rows of strangers,
  /// or of an earlier run, never stand between the demo's own.
  func listenOnFreePort(_ name: String, on address: IPAddress) throws -> Endpoint {
    for _ in 0..<Self.portAttempts {
      try checkStopped()
      let socket = try Socket(
        .tcp, family: AddressFamily(of: address), recorder: recorder.named(name))
      try socket.bind(to: Endpoint(address, 0))
      let endpoint = try socket.localEndpoint()
      guard try KernelTable.read(ports: [endpoint.port]).rows.isEmpty else { continue }
      try socket.listen()
      hold(name, HeldSocket(socket))
      watchServer(endpoint, .tcp, role: name)
      return endpoint
    }
    throw DemoInterruption.failed(
      "No free port was found in \(Self.portAttempts) attempts; too many are in use.")
  }

  /// Opens a TCP listener on a given address and port.
  func listen(_ name: String, on endpoint: Endpoint) throws {
    try checkStopped()
    let socket = try bound(.tcp, name, to: endpoint)
    try socket.listen()
    hold(name, HeldSocket(socket))
    watchServer(endpoint, .tcp, role: name)
  }

  /// Opens a socket and binds it; what bind says is thrown.
  func bound(
    _ transport: TransportProtocol, _ name: String, to endpoint: Endpoint
  ) throws -> Socket {
    let socket = try Socket(
      transport, family: AddressFamily(of: endpoint.address), recorder: recorder.named(name))
    try socket.bind(to: endpoint)
    return socket
  }

  /// Connects a new client to an endpoint of the demo's server and waits for the handshake.
  func connect(_ name: String, to server: Endpoint, serverRole: String) throws {
    try checkStopped()
    let socket = try Socket(
      .tcp, family: AddressFamily(of: server.address), recorder: recorder.named(name))
    let isDone = try socket.startConnecting(to: server)
    notes["connect"] = isDone ? "done" : "in progress"
    if !isDone {
      try wait(for: .writing, on: socket, what: "the handshake of \(name)")
      if let number = try socket.pendingError() {
        throw SocketError("connect", endpoint: server, number: number)
      }
    }
    let local = try socket.localEndpoint()
    hold(name, HeldSocket(socket, isConnection: true, localEndpoint: local))
    nameConnection(
      FiveTuple(.tcp, from: local, to: server), role: name, peerRole: serverRole)
  }

  /// Takes a connection from a listener's accept queue; the peer's endpoint.
  func accept(from listener: String, as name: String) throws -> Endpoint {
    try checkStopped()
    let held = try held(listener)
    try wait(for: .reading, on: held.socket, what: "a connection to accept")
    guard let accepted = try held.socket.accept() else {
      throw DemoInterruption.failed("The accept queue of \(listener) was empty after all.")
    }
    guard let peer = accepted.peer else {
      throw DemoInterruption.failed("The client was gone before it was accepted.")
    }
    hold(name, HeldSocket(accepted.take(), isConnection: true))
    return peer
  }

  /// Sends a short message on a connection.
  func say(_ text: String, on name: String) throws {
    try checkStopped()
    let bytes = Array(text.utf8)
    guard try held(name).socket.send(bytes) == bytes.count else {
      throw DemoInterruption.failed("The kernel took only a part of a message of \(name).")
    }
  }

  /// Sends a short datagram from a socket to an endpoint.
  func say(_ text: String, on name: String, to endpoint: Endpoint) throws {
    try checkStopped()
    let bytes = Array(text.utf8)
    guard try held(name).socket.send(bytes, to: endpoint) == bytes.count else {
      throw DemoInterruption.failed("The kernel took only a part of a message of \(name).")
    }
  }

  /// Waits for a message on a socket; the text and, for a datagram, who sent it.
  ///
  /// An empty text means that the other end of a connection was closed.
  func hear(on name: String) throws -> (text: String, sender: Endpoint?) {
    try checkStopped()
    let held = try held(name)
    try wait(for: .reading, on: held.socket, what: "a message for \(name)")
    guard let message = try held.socket.receive(upTo: 256) else {
      throw DemoInterruption.failed("There was no message for \(name) after all.")
    }
    return (String(decoding: message.bytes, as: UTF8.self), message.sender)
  }

  /// Waits for bytes on a connection and takes at most so many of them.
  func hear(on name: String, upTo count: Int) throws -> String {
    try checkStopped()
    let held = try held(name)
    try wait(for: .reading, on: held.socket, what: "a message for \(name)")
    guard let message = try held.socket.receive(upTo: count) else {
      throw DemoInterruption.failed("There was no message for \(name) after all.")
    }
    return String(decoding: message.bytes, as: UTF8.self)
  }

  /// Waits in slices until a socket is ready; says what was missing where it never is.
  private func wait(
    for readiness: Socket.Readiness, on socket: borrowing Socket, what: String
  ) throws {
    let clock = ContinuousClock()
    let deadline = clock.now + Self.patience
    while try !socket.wait(for: readiness, timeout: Self.slice) {
      try checkStopped()
      if clock.now >= deadline {
        throw DemoInterruption.failed("Waited \(Self.patience) in vain for \(what).")
      }
    }
  }
}
