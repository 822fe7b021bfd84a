/// A socket of a case by its part in it: what it is compared with the packet that arrives.
enum DeliveryRow: Hashable {
  /// Without a peer, on the packet's destination address.
  case exact
  /// The same, as an IPv6 socket with the IPv4-mapped address.
  case mapped
  /// Without a peer, on another address of the machine.
  case otherAddress
  /// 0.0.0.0.
  case wildcard
  /// `::`, which takes IPv4 too.
  case dualStack
  /// `::` with IPV6_V6ONLY.
  case ipv6Only
  /// 0.0.0.0, with another port.
  case otherPort
  /// The other protocol, on the packet's destination.
  case otherTransport
  /// A connection with just this packet's source and destination.
  case connection
  /// A connection that differs in the client's port.
  case connectionOfOtherPort
  /// A connection that differs in the client's address.
  case connectionOfOtherClient
  /// A connection that differs in the machine's own address.
  case connectionOfOtherAddress
  /// A connection that differs in the machine's own port.
  case connectionOnOtherPort
}
