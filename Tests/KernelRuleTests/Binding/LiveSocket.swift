import Glibc
import PortKnowledge
import Sockets

/// A real socket that can be kept in collections and closed early.
final class LiveSocket {
  private var held: Socket?

  private init(_ socket: consuming Socket) {
    held = consume socket
  }

  /// Opens a socket as a user and sets its options.
  ///
  /// The user can be another one than this process's only for root.
  convenience init(
    _ transport: TransportProtocol, _ local: LocalAddress, reuse: ReuseOptions = [],
    user: UInt32? = nil
  ) throws {
    if let user { try UserOfThread.become(user) }
    defer { if user != nil { try? UserOfThread.become(geteuid()) } }
    self.init(try Socket(transport, family: local.isIPv6 ? .ipv6 : .ipv4))
    if local.isIPv6Only { try set(.ipv6Only) }
    try set(reuse)
  }

  func set(_ reuse: ReuseOptions) throws {
    if reuse.contains(.address) { try set(.reuseAddress) }
    if reuse.contains(.port) { try set(.reusePort) }
  }

  private func set(_ option: SocketOption) throws {
    try held?.set(option, to: 1)
  }

  func bind(_ endpoint: Endpoint) throws { try held?.bind(to: endpoint) }
  func listen() throws { try held?.listen(backlog: 4) }
  func endSending() throws { try held?.shutdown(.writing) }
  func send() throws { _ = try held?.send([1]) }
  func local() throws -> Endpoint? { try held?.localEndpoint() }

  func connect(_ endpoint: Endpoint) throws {
    try held?.connect(to: endpoint, timeout: .seconds(2))
  }

  func accept() throws -> LiveSocket {
    guard try held?.wait(for: .reading, timeout: .seconds(2)) == true,
      let accepted = try held?.accept()
    else { throw Nobody() }
    return LiveSocket(accepted.take())
  }

  /// Waits for the peer's end.
  func awaitEnd() throws {
    _ = try held?.wait(for: .reading, timeout: .seconds(2))
  }

  /// Closes it the usual way.
  func close() { held = nil }

  /// Closes sockets so that nothing is left of their connections.
  static func abort(_ sockets: [LiveSocket]) {
    for socket in sockets {
      // A UDP socket takes no such time, and needs none.
      try? socket.held?.setLinger(seconds: 0)
      socket.held = nil
    }
  }

  struct Nobody: Error {}
}
