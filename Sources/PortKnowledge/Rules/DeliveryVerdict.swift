/// What one socket has to do with an arriving packet: that it gets it, or why not.
public enum DeliveryVerdict: Hashable, Sendable {
  /// It gets the packet, by this rule.
  case receives(DeliveryRule)
  /// It would fit by this rule, but another socket fits by a more exact one.
  case outranked(DeliveryRule)
  /// An IPv6 socket with the right IPv4-mapped address, beside an IPv4 socket with that address.
  case nativeFirst
  /// Another UDP socket that fits equally well was bound later.
  case laterBoundFirst
  /// The packet holds other values than the socket in these fields, in the order of a 5-tuple.
  case differs([TupleField])
  /// The wildcard address of the other family, or `::` with IPV6_V6ONLY for an IPv4 packet.
  case otherFamily
  /// A listener that the segment would fit, if only it were a SYN.
  case needsSYN
  /// A TCP socket that is bound, but for which `listen()` was never called.
  case notListening

  /// Whether the socket would get the packet if it were alone on the machine.
  public var fits: Bool {
    switch self {
    case .receives, .outranked, .nativeFirst, .laterBoundFirst: true
    case .differs, .otherFamily, .needsSYN, .notListening: false
    }
  }
}
