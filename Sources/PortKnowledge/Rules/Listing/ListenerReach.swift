/// Which destination addresses lead to a listener, by the address it is bound to.
///
/// Measured on Linux 6.18; ip(7) for 0.0.0.0, ipv6(7) for `::` and IPV6_V6ONLY.
public enum ListenerReach: Hashable, Sendable {
  /// `0.0.0.0`: every IPv4 address of the machine.
  case everyIPv4
  /// `*`, that is `::` without IPV6_V6ONLY: every address of the machine, IPv6 and IPv4.
  case everyAddress
  /// `[::]`, that is `::` with IPV6_V6ONLY: every IPv6 address of the machine.
  case everyIPv6
  /// One address, which other machines may reach.
  case oneAddress(IPAddress)
  /// A loopback address: programs on this machine alone.
  case thisMachine(IPAddress)

  /// The reach of a listener.
  public init(_ listener: ListedSocket) {
    switch listener.row.local.address {
    case .any: self = .everyIPv4
    case .any6: self = listener.isIPv6Only ? .everyIPv6 : .everyAddress
    case let address where address.isLoopback: self = .thisMachine(address)
    case let address: self = .oneAddress(address.unmapped)
    }
  }

  /// Whether a segment to one of the machine's addresses finds the listener.
  public func includes(_ destination: IPAddress) -> Bool {
    let destination = destination.unmapped
    return switch self {
    case .everyIPv4: !destination.isIPv6
    case .everyAddress: true
    case .everyIPv6: destination.isIPv6
    case .oneAddress(let address), .thisMachine(let address): address.unmapped == destination
    }
  }

  /// Whether another machine can reach it at all, as long as no filter stands in between.
  public var isOpenToOthers: Bool {
    if case .thisMachine = self { false } else { true }
  }
}
