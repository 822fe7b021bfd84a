/// Which socket gets what arrives: the lookup of Linux's TCP and UDP.
///
/// Measured on Linux 6.18; the order for TCP is also that of RFC 9293 §3.10.7.1 and §3.10.7.2, as
/// far as they go. In order:
///
/// 1. the socket whose local end is the packet's destination and whose peer is its source;
/// 2. without a peer (for TCP: a listener, and only for a SYN) the one bound to the destination
///    address itself, an IPv4 socket before an IPv6 one with the IPv4-mapped address;
/// 3. the wildcard address of the packet's own family;
/// 4. for IPv4, the dual-stack wildcard `::`;
/// 5. nobody.
///
/// A connected UDP socket never gets what strangers send. Of UDP sockets that fit equally well
/// because each set SO_REUSEADDR, the one bound last gets everything. A group of SO_REUSEPORT
/// sockets on one address is not told apart here, since there a hash of the addresses and ports
/// decides; neither are two sockets with both ends alike.
public enum Demultiplexer {
  /// Where a packet goes among sockets, which stand in the order in which they were bound.
  public static func delivery(
    of packet: ArrivingPacket, among sockets: [ReceivingSocket]
  ) -> Delivery {
    let alone = sockets.map { verdict(on: packet, for: $0) }
    var receiver: Int?
    for index in sockets.indices where alone[index].fits {
      if let best = receiver, isBefore(best, index, alone, sockets) { continue }
      receiver = index
    }
    guard let receiver, case .receives(let best) = alone[receiver] else {
      return Delivery(receiver: nil, verdicts: alone)
    }
    let verdicts = sockets.indices.map { index in
      guard index != receiver, case .receives(let rule) = alone[index] else { return alone[index] }
      if rule != best { return DeliveryVerdict.outranked(rule) }
      return sockets[index].isIPv6 == sockets[receiver].isIPv6 ? .laterBoundFirst : .nativeFirst
    }
    return Delivery(receiver: receiver, verdicts: verdicts)
  }

  /// What is to be said about a socket that is alone on the machine.
  private static func verdict(
    on packet: ArrivingPacket, for socket: ReceivingSocket
  ) -> DeliveryVerdict {
    let fields = differingFields(packet.tuple, socket)
    if !fields.isEmpty { return .differs(fields) }
    if socket.remote != nil { return .receives(.connection) }
    var rule = DeliveryRule.exactAddress
    if socket.local.address.isWildcard {
      rule =
        packet.tuple.destination.address.isIPv6 == socket.isIPv6 ? .wildcard : .dualStackWildcard
      if rule == .dualStackWildcard, !socket.isDualStack { return .otherFamily }
    }
    if socket.transport == .tcp {
      guard socket.isListening else { return .notListening }
      guard packet.isSYN else { return .needsSYN }
    }
    return .receives(rule)
  }

  private static func differingFields(
    _ tuple: FiveTuple, _ socket: ReceivingSocket
  ) -> [TupleField] {
    var fields: [TupleField] = []
    if socket.transport != tuple.transport { fields.append(.transport) }
    if let remote = socket.remote {
      if remote.address.unmapped != tuple.source.address { fields.append(.sourceAddress) }
      if remote.port != tuple.source.port { fields.append(.sourcePort) }
    }
    let local = socket.local
    if !local.address.isWildcard, local.address.unmapped != tuple.destination.address {
      fields.append(.destinationAddress)
    }
    if local.port != tuple.destination.port { fields.append(.destinationPort) }
    return fields
  }

  /// Whether a socket comes before one that fits too and was bound later.
  private static func isBefore(
    _ earlier: Int, _ later: Int, _ alone: [DeliveryVerdict], _ sockets: [ReceivingSocket]
  ) -> Bool {
    guard case .receives(let one) = alone[earlier], case .receives(let other) = alone[later] else {
      return true
    }
    if one != other { return one < other }
    if sockets[earlier].isIPv6 != sockets[later].isIPv6 { return sockets[later].isIPv6 }
    return sockets[earlier].transport == .tcp
  }
}
