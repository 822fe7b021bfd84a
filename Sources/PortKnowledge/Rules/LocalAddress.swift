/// The address to which a socket is bound, with the one option that changes what it covers.
public struct LocalAddress: Hashable, Sendable {
  /// The address; an IPv4-mapped one where an AF_INET6 socket deals with IPv4.
  public var address: IPAddress
  /// IPV6_V6ONLY: whether an AF_INET6 socket leaves IPv4 alone; without meaning for AF_INET.
  public var isIPv6Only: Bool

  /// An address, dual-stack where it is `::`.
  public init(_ address: IPAddress, isIPv6Only: Bool = false) {
    self.address = address
    self.isIPv6Only = isIPv6Only && address.isIPv6
  }

  /// `::` for a socket that has IPV6_V6ONLY.
  public static let any6Only = LocalAddress(.any6, isIPv6Only: true)

  /// Whether the socket is an AF_INET6 one.
  public var isIPv6: Bool { address.isIPv6 }

  /// Whether it is `::` without IPV6_V6ONLY, and so stands for every IPv4 address too.
  public var isDualStack: Bool { address == .any6 && !isIPv6Only }

  /// Whether it stands for all addresses of a family: 0.0.0.0, `::` or `::ffff:0.0.0.0`.
  public var isWildcard: Bool { address.unmapped.isWildcard }

  /// Whether it is an IPv4 address or stands for such, also where it is written as IPv6.
  public var coversIPv4: Bool { isDualStack || !address.unmapped.isIPv6 }
}

extension LocalAddress: CustomStringConvertible {
  /// `0.0.0.0`, `::1`, or `:: (v6only)` where the option changes what the address covers.
  public var description: String {
    address == .any6 && isIPv6Only ? "\(address) (v6only)" : "\(address)"
  }
}
