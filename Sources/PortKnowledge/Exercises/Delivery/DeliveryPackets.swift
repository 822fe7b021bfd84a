/// Packets that differ from that of a scene in one thing, and those of its connections.
struct DeliveryPackets {
  private let scene: DeliveryScene
  private let delivery: DeliveryCase

  init(_ scene: DeliveryScene, _ delivery: DeliveryCase) {
    self.scene = scene
    self.delivery = delivery
  }

  /// So many packets unlike the given one and unlike each other.
  func others(
    than packet: ArrivingPacket, _ count: Int, from draw: inout CaseDraw
  ) -> [ArrivingPacket] {
    var others: [ArrivingPacket] = []
    for candidate in draw.shuffle(candidates) where others.count < count {
      if candidate.tuple != packet.tuple, !others.contains(where: { $0.tuple == candidate.tuple }) {
        others.append(candidate)
      }
    }
    return others
  }

  private var candidates: [ArrivingPacket] {
    let source = Endpoint(scene.client, scene.source)
    let isIPv6 = scene.server.isIPv6
    // Over IPv6 another address of the machine is 127.0.0.1, and so is that of its client.
    let packets = [
      scene.packet(
        isSYN: true, from: isIPv6 ? Endpoint(scene.otherClient, scene.source) : source,
        to: Endpoint(scene.otherServer, scene.port)),
      scene.packet(isSYN: true, from: source, to: Endpoint(scene.server, scene.otherPort)),
      scene.packet(
        isSYN: true, from: isIPv6 ? nil : Endpoint(scene.otherClient, scene.source)),
      scene.packet(isSYN: true, from: Endpoint(scene.client, scene.otherSource)),
      scene.packet(isSYN: false, from: Endpoint(scene.client, scene.otherSource)),
    ]
    // A SYN on top of a connection is a question of its own.
    let fresh = packets.filter { !$0.isSYN || delivery.delivery(of: $0).rule != .connection }
    let connected = delivery.sockets.compactMap { socket -> ArrivingPacket? in
      guard socket.transport == scene.transport, let remote = socket.remote else { return nil }
      return scene.packet(
        isSYN: false, from: Endpoint(remote.address.unmapped, remote.port),
        to: Endpoint(socket.local.address.unmapped, socket.local.port))
    }
    return fresh + connected
  }
}
