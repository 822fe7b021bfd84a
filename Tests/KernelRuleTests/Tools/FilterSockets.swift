import PortKnowledge
import Sockets

/// Real sockets on loopback in many states, on which filters are tried.
///
/// Letting go of it closes them; connections are reset.
final class FilterSockets {
  private final class Held {
    let socket: Socket

    init(_ socket: consuming Socket) { self.socket = socket }

    deinit {
      if socket.transport == .tcp { try? socket.setLinger(seconds: 0) }
    }
  }

  private var held: [Held] = []
  /// Every port of the sockets.
  private(set) var ports: Set<PortNumber> = []
  /// The port of the listener that takes IPv6 alone.
  private(set) var ipv6OnlyPorts: Set<PortNumber> = []
  /// The addresses that occur.
  let addresses: [IPAddress] = [
    .loopback, .octets(127, 0, 0, 2), .octets(127, 1, 2, 3), .loopback6, .any, .any6,
    .v6(0, 0xFFFF_7F00_0001), .octets(127, 0, 0, 9), .octets(192, 0, 2, 1),
  ]

  private static let patience = Duration.seconds(2)

  init() throws {
    let v4 = try listen(Endpoint(.loopback, 0))
    let every = try listen(Endpoint(.any, 0))
    let dual = try listen(Endpoint(.any6, 0))
    try listen(Endpoint(.any6, 0), isIPv6Only: true)
    try listen(Endpoint(.loopback6, 0), isIPv6Only: true)
    // Established, over IPv4, through a mapped address, and over IPv6.
    _ = try connect(to: Endpoint(.loopback, v4.port), v4.socket)
    _ = try connect(to: Endpoint(.loopback, dual.port), dual.socket)
    _ = try connect(to: Endpoint(.loopback6, dual.port), dual.socket)
    _ = try connect(to: Endpoint(.octets(127, 1, 2, 3), every.port), every.socket)
    // FIN-WAIT-2 here and CLOSE-WAIT there.
    let half = try connect(to: Endpoint(.octets(127, 0, 0, 2), every.port), every.socket)
    try half.client.socket.shutdown(.writing)
    // TIME-WAIT at the server.
    let ended = try connect(to: Endpoint(.octets(127, 0, 0, 2), every.port), every.socket)
    try ended.server.socket.shutdown(.writing)
    _ = try ended.client.socket.wait(for: .reading, timeout: Self.patience)
    try ended.client.socket.shutdown(.writing)
    // SYN-SENT in front of a full queue.
    let full = try listen(Endpoint(.loopback, 0), backlog: 0)
    try begin(to: Endpoint(.loopback, full.port), isAnswered: true)
    try begin(to: Endpoint(.loopback, full.port), isAnswered: false)
  }

  private func hold(_ socket: consuming Socket) -> Held {
    let new = Held(socket)
    held.append(new)
    return new
  }

  @discardableResult
  private func listen(
    _ endpoint: Endpoint, isIPv6Only: Bool = false, backlog: Int32 = 5
  ) throws -> (socket: Held, port: PortNumber) {
    let new = hold(try Socket(.tcp, family: endpoint.address.isIPv6 ? .ipv6 : .ipv4))
    if isIPv6Only { try new.socket.set(.ipv6Only, to: 1) }
    try new.socket.bind(to: endpoint)
    try new.socket.listen(backlog: backlog)
    let port = try new.socket.localEndpoint().port
    ports.insert(port)
    if isIPv6Only { ipv6OnlyPorts.insert(port) }
    return (new, port)
  }

  private func connect(
    to endpoint: Endpoint, _ listener: Held
  ) throws -> (client: Held, server: Held) {
    let client = hold(try Socket(.tcp, family: endpoint.address.isIPv6 ? .ipv6 : .ipv4))
    try client.socket.connect(to: endpoint, timeout: Self.patience)
    ports.insert(try client.socket.localEndpoint().port)
    _ = try listener.socket.wait(for: .reading, timeout: Self.patience)
    guard let accepted = try listener.socket.accept() else { throw Missing() }
    return (client, hold(accepted.take()))
  }

  private func begin(to endpoint: Endpoint, isAnswered: Bool) throws {
    let client = hold(try Socket(.tcp))
    let isDone = try client.socket.startConnecting(to: endpoint)
    if isAnswered, !isDone {
      _ = try client.socket.wait(for: .writing, timeout: Self.patience)
    }
    ports.insert(try client.socket.localEndpoint().port)
  }

  struct Missing: Error {}

  /// Whether a row is of these sockets: one of the ports alone may also be that of a stranger's row.
  func contains(_ row: SocketRow) -> Bool {
    row.transport == .tcp && ports.contains(row.local.port)
      && (!row.hasPeer || ports.contains(row.remote.port))
  }

  /// The rows as the kernel has them now.
  func rows() throws -> [ListedSocket] {
    try KernelTable.read(where: contains).rows.map {
      let isOnly = $0.state == .listen && ipv6OnlyPorts.contains($0.local.port)
      return ListedSocket($0, isIPv6Only: isOnly)
    }
  }
}
