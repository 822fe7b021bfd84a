/// The data of a case, complete enough to build it again.
enum DeliveryData {
  /// A case and what arrives in it.
  static func value(_ delivery: DeliveryCase, packets: [ArrivingPacket]) -> [String: CaseValue] {
    [
      "sockets": .list(delivery.sockets.indices.map { socket(delivery, $0) }),
      "packets": .list(packets.map(value)),
    ]
  }

  private static func socket(_ delivery: DeliveryCase, _ index: Int) -> CaseValue {
    let socket = delivery.sockets[index]
    var options: [CaseValue] = []
    if delivery.isSharing, socket.transport == delivery.transport,
      socket.transport == .udp || socket.remote == nil
    {
      options.append(socket.transport == .tcp ? "SO_REUSEPORT" : "SO_REUSEADDR")
    }
    if socket.isIPv6Only { options.append("IPV6_V6ONLY") }
    return .object([
      "name": .text(delivery.name(index)),
      "protocol": .text(socket.transport.rawValue),
      "family": .text(socket.isIPv6 ? "AF_INET6" : "AF_INET"),
      "state": .text(socket.state.ssName),
      "localAddress": CaseValue(socket.local.address),
      "localPort": CaseValue(socket.local.port),
      "remoteAddress": socket.remote.map { CaseValue($0.address) } ?? .null,
      "remotePort": socket.remote.map { CaseValue($0.port) } ?? .null,
      "options": .list(options),
    ])
  }

  private static func value(_ packet: ArrivingPacket) -> CaseValue {
    .object([
      "kind": .text(
        packet.tuple.transport == .udp ? "datagram" : packet.isSYN ? "syn" : "segment"),
      "sourceAddress": CaseValue(packet.tuple.source.address),
      "sourcePort": CaseValue(packet.tuple.source.port),
      "destinationAddress": CaseValue(packet.tuple.destination.address),
      "destinationPort": CaseValue(packet.tuple.destination.port),
    ])
  }
}
