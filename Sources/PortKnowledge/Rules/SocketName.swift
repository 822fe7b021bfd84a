/// What `getsockname()` tells about a socket: its local address and port after each call.
///
/// POSIX leaves the values of an unbound socket open; those here are Linux's (ip(7), ipv6(7), and
/// measured on Linux 6.18). A port that the caller does not name is chosen by the kernel: at
/// `bind()` with port 0, at `listen()` and `connect()` without a bind before, and for UDP at the
/// first `sendto()`. The address stays a wildcard until `connect()` fixes it.
public struct SocketName: Hashable, Sendable {
  /// The local address.
  public private(set) var address: IPAddress
  /// The local port: none yet, one that was asked for, or one that the kernel chose.
  public private(set) var port: ExperimentOutcome.SeenPort

  /// The name of a fresh socket: all zero.
  public init(isIPv6: Bool = false) {
    address = isIPv6 ? .any6 : .any
    port = .none
  }

  /// A successful `bind()`; with port 0 the kernel chooses.
  ///
  /// With IP_BIND_ADDRESS_NO_PORT it does so only at `connect()`.
  public mutating func bind(_ endpoint: Endpoint, leavesPort: Bool = false) {
    address = endpoint.address
    if endpoint.port != 0 {
      port = .known(endpoint.port)
    } else if !leavesPort {
      port = .chosen
    }
  }

  /// A successful `listen()`, which binds a socket that has no port yet.
  public mutating func listen() {
    choosePort()
  }

  /// The first `sendto()` of a UDP socket, which binds it where it has no port yet.
  ///
  /// The address stays as it is: a wildcard lets the kernel take another source for each datagram.
  public mutating func send() {
    choosePort()
  }

  /// A successful `connect()`: a wildcard becomes the address from which the route to the peer
  /// starts, and a missing port is chosen.
  public mutating func connect(from source: IPAddress) {
    if address.unmapped.isWildcard { address = source }
    choosePort()
  }

  /// The name of a connection that a listener with this name accepted.
  ///
  /// The port is the listener's; the address is the one that the client called.
  public func accepted(at called: IPAddress) -> SocketName {
    var name = self
    if address.unmapped.isWildcard { name.address = called }
    return name
  }

  /// What `getsockname()` fills in.
  public var outcome: ExperimentOutcome { .endpoint(address, port) }

  private mutating func choosePort() {
    if port == .none { port = .chosen }
  }
}
