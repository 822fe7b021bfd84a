/// Who can reach a TCP listener: its bind address, the server's addresses, and where the client is.
///
/// For Linux, without firewalls and NAT, and where nothing else listens on the port. "Machine" means
/// a network stack of its own: a container with its own network namespace is one too. Loopback
/// addresses never leave the machine that uses them (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3), and
/// connecting to `0.0.0.0` or `::` means 127.0.0.1 or ::1 (measured on Linux 6.18). A machine
/// accepts what is for any of its addresses, whichever interface it comes in by.
public struct Reachability: Hashable, Sendable {
  /// The listener.
  public var listener: ReceivingSocket
  /// The addresses of the server's machine besides loopback.
  public var serverAddresses: Set<IPAddress>

  /// A listener on a machine with these addresses besides loopback.
  public init(listener: ReceivingSocket, serverAddresses: Set<IPAddress>) {
    self.listener = listener
    self.serverAddresses = serverAddresses
  }

  /// Where a client is.
  public enum Client: Hashable, Sendable {
    /// On the server's machine.
    case sameMachine
    /// On another machine, or in another network namespace, with a route to the server for IPv4
    /// and perhaps for IPv6.
    case otherMachine(hasIPv6: Bool)
  }

  /// What comes of a client's `connect()` to an address, with the listener's port.
  ///
  /// The address is one of the server's, a loopback one or a wildcard one.
  public func outcome(to address: IPAddress, from client: Client) -> ReachabilityOutcome {
    let destination = Self.meant(by: address)
    if case .otherMachine(let hasIPv6) = client {
      if destination.isLoopback { return .refusedByOwnMachine }
      if destination.isIPv6, !hasIPv6 { return .networkUnreachable }
    }
    guard destination.isLoopback || serverAddresses.contains(destination) else {
      return .networkUnreachable
    }
    let segment = ArrivingPacket.syn(
      from: Endpoint(destination, Self.anyClientPort),
      to: Endpoint(destination, listener.local.port))
    let delivery = Demultiplexer.delivery(of: segment, among: [listener])
    return delivery.receiver == nil ? .refusedByServer : .connected
  }

  /// The address to which `connect()` really sends.
  public static func meant(by address: IPAddress) -> IPAddress {
    switch address.unmapped {
    case .any: .loopback
    case .any6: .loopback6
    case let other: other
    }
  }

  /// Which port a client has does not matter to a listener.
  private static let anyClientPort: PortNumber = 40_000
}
