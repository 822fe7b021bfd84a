/// A socket as far as it matters for what arrives: its row in the kernel's table, and the one
/// option that decides about IPv4.
public struct ReceivingSocket: Hashable, Sendable {
  /// TCP or UDP.
  public var transport: TransportProtocol
  /// The address and port on this side; IPv4-mapped where an IPv6 socket deals with IPv4.
  public var local: Endpoint
  /// The peer; nil for a listener and for an unconnected UDP socket.
  public var remote: Endpoint?
  /// IPV6_V6ONLY: whether an IPv6 socket leaves IPv4 alone.
  public var isIPv6Only: Bool
  /// Whether `listen()` was called; without meaning for UDP and for connections.
  public var isListening: Bool

  /// A socket with all that matters.
  public init(
    _ transport: TransportProtocol, local: Endpoint, remote: Endpoint? = nil,
    isIPv6Only: Bool = false, isListening: Bool = true
  ) {
    self.transport = transport
    self.local = local
    self.remote = remote
    self.isIPv6Only = isIPv6Only
    self.isListening = isListening
  }

  /// Whether it was opened with AF_INET6.
  public var isIPv6: Bool { local.address.isIPv6 }

  /// Whether it is an IPv6 socket bound to `::` that takes IPv4 too; ss shows it as `*`.
  public var isDualStack: Bool { local.address == .any6 && !isIPv6Only }

  /// The state that ss shows.
  public var state: TCPState {
    if remote != nil { return .established }
    return transport == .tcp && isListening ? .listen : .closed
  }
}
