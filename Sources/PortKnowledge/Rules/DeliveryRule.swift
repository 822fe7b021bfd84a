/// By what a socket gets a packet, the most exact first.
///
/// Measured on Linux 6.18, for TCP and for UDP; ipv6(7) tells of the last one.
public enum DeliveryRule: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Both ends agree: the socket's local end is the destination, its peer the source.
  case connection
  /// No peer, and bound to the destination address itself.
  case exactAddress
  /// No peer, and bound to the wildcard address of the packet's own family.
  case wildcard
  /// An IPv6 socket bound to `::` without IPV6_V6ONLY, for an IPv4 packet.
  case dualStackWildcard

  /// The more exact before the less exact.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
