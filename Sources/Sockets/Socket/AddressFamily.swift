import Glibc
public import PortKnowledge

/// The family of a socket's addresses.
public enum AddressFamily: Hashable, Sendable, CaseIterable {
  /// AF_INET: IPv4, ip(7).
  case ipv4
  /// AF_INET6: IPv6, and IPv4 too unless the socket is told not to; ipv6(7).
  case ipv6

  /// The family in which an address is written.
  public init(of address: IPAddress) {
    self = address.isIPv6 ? .ipv6 : .ipv4
  }

  var number: Int32 { self == .ipv4 ? AF_INET : AF_INET6 }
  var name: String { self == .ipv4 ? "AF_INET" : "AF_INET6" }
}
