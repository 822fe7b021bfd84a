import PortKnowledge
import Sockets

/// The socket of a ``SocketCalls`` in the running kernel, with its peer and its clients.
///
/// Every case has loopback addresses of its own, so that no row of an earlier one is in its way.
final class LiveCalls {
  let places: SocketCalls.Places
  private let transport: TransportProtocol
  private var socket: HeldLive?
  private let server: HeldLive
  private var peer: HeldLive?
  private var clients: [HeldLive] = []
  private var accepted: [HeldLive] = []

  /// A socket on its heap place, so that it can be kept in lists.
  private final class HeldLive {
    let socket: Socket
    init(_ socket: consuming Socket) { self.socket = socket }
  }

  /// How long an expected event may take before it counts as missing.
  private static let patience = Duration.milliseconds(500)

  /// A fresh socket of a case with its own number.
  init(_ transport: TransportProtocol, places: SocketCalls.Places) throws {
    self.transport = transport
    self.places = places
    let server = try Socket(transport)
    try server.bind(to: places.server)
    if transport == .tcp { try server.listen(backlog: 8) }
    self.server = HeldLive(server)
    socket = HeldLive(try Socket(transport))
  }

  /// Makes a call; what the kernel says, where `EAGAIN` is what a blocking call would wait for.
  func make(_ call: SocketCalls.Call, expecting expected: ExperimentOutcome) -> ExperimentOutcome {
    do throws(SocketError) {
      return try outcome(of: call, expecting: expected)
    } catch {
      return .error(error.errorName)
    }
  }

  private func outcome(
    of call: SocketCalls.Call, expecting expected: ExperimentOutcome
  ) throws(SocketError) -> ExperimentOutcome {
    guard let held = socket else { return .error("EBADF") }
    switch call {
    case .bind: try held.socket.bind(to: places.local)
    case .bindToPortZero: try held.socket.bind(to: Endpoint(places.local.address, 0))
    case .listen: try held.socket.listen(backlog: 8)
    case .connect: try connect(held.socket, to: places.server)
    case .connectToClosedPort: try connect(held.socket, to: places.closed)
    case .accept: return try accept(held.socket)
    case .send:
      guard try held.socket.send(Array("x".utf8)) != nil else { return .error("EAGAIN") }
      if transport == .tcp, try peer?.socket.wait(for: .reading, timeout: Self.patience) == true {
        _ = try peer?.socket.receive()
      }
    case .receive:
      var received = try held.socket.receive()
      if received == nil, expected != .error("EAGAIN"),
        try held.socket.wait(for: .reading, timeout: Self.patience)
      {
        received = try held.socket.receive()
      }
      guard let received else { return .error("EAGAIN") }
      return .text(String(decoding: received.bytes, as: UTF8.self))
    case .localEndpoint: return shown(try held.socket.localEndpoint())
    case .remoteEndpoint: return shown(try held.socket.remoteEndpoint())
    case .shutdownReading: try held.socket.shutdown(.reading)
    case .shutdownWriting: try held.socket.shutdown(.writing)
    case .shutdownBoth: try held.socket.shutdown(.both)
    case .close: self.socket = nil
    }
    return .ok
  }

  /// connect() as a blocking socket has it: on Linux a second call tells how the first one ended.
  private func connect(
    _ socket: borrowing Socket, to endpoint: Endpoint
  ) throws(SocketError) {
    if try !socket.startConnecting(to: endpoint) {
      _ = try socket.wait(for: .writing, timeout: Self.patience)
      _ = try socket.startConnecting(to: endpoint)
    }
    guard transport == .tcp, endpoint == places.server,
      try server.socket.wait(for: .reading, timeout: Self.patience)
    else { return }
    if let accepted = try server.socket.accept() { peer = HeldLive(accepted.take()) }
  }

  private func accept(_ socket: borrowing Socket) throws(SocketError) -> ExperimentOutcome {
    guard let connection = try socket.accept() else { return .error("EAGAIN") }
    accepted.append(HeldLive(connection.take()))
    return .ok
  }

  /// Lets an event happen that the model holds possible, and waits until the socket knows of it.
  func happen(_ event: SocketCalls.Event) throws {
    guard let socket else { return }
    switch event {
    case .clientConnects:
      let client = try Socket(.tcp)
      let local = try socket.socket.localEndpoint()
      try client.connect(to: local, timeout: Self.patience)
      // The row is in the queue once the client's ACK is in, which poll() tells.
      _ = try socket.socket.wait(for: .reading, timeout: Self.patience)
      clients.append(HeldLive(client))
    case .peerSends(let text):
      let bytes = Array(text.utf8)
      if transport == .tcp {
        _ = try peer?.socket.send(bytes)
      } else {
        _ = try server.socket.send(bytes, to: socket.socket.localEndpoint())
      }
      _ = try socket.socket.wait(for: .reading, timeout: Self.patience)
    case .peerShutsDownWriting:
      try peer?.socket.shutdown(.writing)
      _ = try socket.socket.wait(for: .reading, timeout: Self.patience)
    case .peerCloses:
      peer = nil
      _ = try socket.socket.wait(for: .reading, timeout: Self.patience)
    case .peerAborts:
      try peer?.socket.setLinger(seconds: 0)
      peer = nil
      _ = try socket.socket.wait(for: .reading, timeout: Self.patience)
    }
  }

  private func shown(_ endpoint: Endpoint) -> ExperimentOutcome {
    let known = [places.local.port, places.server.port, places.closed.port]
    if endpoint.port == 0 { return .endpoint(endpoint.address, .none) }
    return .endpoint(
      endpoint.address, known.contains(endpoint.port) ? .known(endpoint.port) : .chosen)
  }
}
