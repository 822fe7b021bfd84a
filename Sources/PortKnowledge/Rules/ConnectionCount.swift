/// How many connections there can be at once from some addresses and ports to some others.
///
/// A connection is its pair of endpoints (RFC 9293, section 3.4.1), so the sizes of the four sets
/// are multiplied. That a port taken by `bind()` serves one destination only, and that one held by
/// a listener serves none, was measured on Linux 6.18; see IP_BIND_ADDRESS_NO_PORT in ip(7). There
/// `bind()` with port 0 chooses among an even number of ports: of an odd one it leaves out the last,
/// which is not counted here.
public struct ConnectionCount: Hashable, Sendable {
  /// Which call chooses the source port.
  public enum PortChoice: String, Hashable, Sendable, CaseIterable {
    /// `connect()`, which knows the destination, so that a port can serve several destinations.
    ///
    /// Also where `bind()` gave the address alone, with IP_BIND_ADDRESS_NO_PORT.
    case atConnect
    /// `bind()` with port 0, which does not know the destination: each port is taken once.
    case atBind

    /// The error once no port is left, and the call that returns it.
    public var refusal: (call: String, error: String) {
      switch self {
      case .atConnect: ("connect()", "EADDRNOTAVAIL")
      case .atBind: ("bind()", "EADDRINUSE")
      }
    }
  }

  /// How many ports Linux takes for outgoing connections by default: 32768 to 60999.
  public static let linuxPorts = 28_232

  /// How many addresses the connections may come from.
  public var sourceAddresses: Int
  /// How many ports there are to choose from for each of them.
  public var sourcePorts: Int
  /// How many of those ports are never chosen.
  ///
  /// Reserved ones (`ip_local_reserved_ports`), and those that a socket has bound: for `connect()`
  /// on whichever address, for `bind()` on the same one.
  public var blockedPorts: Int
  /// How many addresses the connections may go to.
  public var destinationAddresses: Int
  /// How many ports of each destination they may go to.
  public var destinationPorts: Int
  /// How many of the combinations are taken, be it by an open connection or by one in TIME-WAIT.
  public var inUse: Int
  /// Which call chooses the source port.
  public var choice: PortChoice

  /// The sizes of the four sets, and what is left out.
  public init(
    sourceAddresses: Int = 1, sourcePorts: Int, blockedPorts: Int = 0,
    destinationAddresses: Int = 1, destinationPorts: Int = 1, inUse: Int = 0,
    choice: PortChoice = .atConnect
  ) {
    self.sourceAddresses = sourceAddresses
    self.sourcePorts = sourcePorts
    self.blockedPorts = blockedPorts
    self.destinationAddresses = destinationAddresses
    self.destinationPorts = destinationPorts
    self.inUse = inUse
    self.choice = choice
  }

  /// How many endpoints the connections may go to.
  public var destinations: Int { destinationAddresses * destinationPorts }

  /// How often one source port of one source address can be used at the same time.
  public var usesOfAPort: Int { choice == .atConnect ? destinations : 1 }

  /// How many connections one source address can have.
  public var perSourceAddress: Int { max(0, sourcePorts - blockedPorts) * usesOfAPort }

  /// How many more connections can be opened.
  public var most: Int { max(0, sourceAddresses * perSourceAddress - inUse) }

  /// How many source addresses so many connections need: the quotient, rounded up.
  ///
  /// Nil where an address can have none.
  public func sourceAddressesNeeded(for connections: Int) -> Int? {
    let each = perSourceAddress
    guard each > 0 else { return nil }
    return (connections + each - 1) / each
  }
}
