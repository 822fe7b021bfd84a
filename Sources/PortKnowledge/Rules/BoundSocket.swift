/// A socket that has a port, or asks for one: all that `bind()` and `listen()` compare.
public struct BoundSocket: Hashable, Sendable {
  /// TCP or UDP.
  public var transport: TransportProtocol
  /// The local address; of a connection the one that it uses, not the wildcard of its listener.
  public var local: LocalAddress
  /// The local port.
  public var port: PortNumber
  /// Its options at the moment of the comparison, also those set after its own `bind()`.
  ///
  /// An accepted connection has those of its listener.
  public var reuse: ReuseOptions
  /// The state; `.closed` for a socket that is merely bound, and for UDP without a peer.
  public var state: TCPState
  /// The user who opened it: the effective one at that moment.
  public var user: UInt32
  /// Whether its program has closed it, so that only the kernel keeps it; always so in TIME-WAIT.
  public var isOrphan: Bool

  /// A socket with all that is compared.
  public init(
    _ transport: TransportProtocol, _ local: LocalAddress, _ port: PortNumber,
    reuse: ReuseOptions = [], state: TCPState = .closed, user: UInt32 = 1000,
    isOrphan: Bool = false
  ) {
    self.transport = transport
    self.local = local
    self.port = port
    self.reuse = reuse
    self.state = state
    self.user = user
    self.isOrphan = isOrphan || state == .timeWait
  }

  /// Address and port together.
  public var endpoint: Endpoint { Endpoint(local.address, port) }

  /// Whether the kernel has forgotten whose it was: in TIME-WAIT, and in FIN-WAIT-2 once closed.
  public var isOwnerless: Bool {
    transport == .tcp && (state == .timeWait || state == .finWait2 && isOrphan)
  }

  /// Whether it is a TCP listener.
  public var isListening: Bool { transport == .tcp && state == .listen }
}
