/// A machine's sockets, and what arrives for them.
struct DeliveryCase {
  let transport: TransportProtocol
  /// The sockets in the order in which they are shown, and bound.
  let sockets: [ReceivingSocket]
  /// Whether all of them had to be bound with an option, as they share addresses and ports.
  let isSharing: Bool

  /// Sockets as they are.
  init(_ transport: TransportProtocol, sockets: [ReceivingSocket]) {
    self.transport = transport
    self.sockets = sockets
    isSharing = Self.isSharing(sockets, transport)
  }

  /// The sockets of a plan in a scene.
  init(_ plan: DeliveryPlan, in scene: DeliveryScene, from draw: inout CaseDraw) {
    let room = DeliveryPlan.most(draw.level) - plan.rows.count
    let least = draw.level == .easy || plan.rows.count > 2 ? 0 : 1
    let count = draw.number(in: min(least, room)...max(room, 0))
    let rows = draw.shuffle(plan.rows + draw.pick(count, of: plan.others))
    let sockets = rows.map(scene.socket)
    self.init(
      scene.transport,
      sockets: scene.transport == .tcp
        ? Self.withChildrenOfIPv6Listeners(sockets)
        : plan.isMapped ? sockets.map { $0.remote == nil ? $0 : $0.mapped } : sockets)
  }

  /// The name of a socket: A, B, C and so on.
  func name(_ index: Int) -> String { Self.names[index] }

  /// Where a packet goes.
  func delivery(of packet: ArrivingPacket) -> Delivery {
    Demultiplexer.delivery(of: packet, among: sockets)
  }

  /// Whether sockets of both protocols are there, so that it must be shown which is which.
  var hasBothTransports: Bool { sockets.contains { $0.transport != transport } }

  /// Whether a connection is shown by IPv4-mapped addresses, which need much room.
  var hasMappedConnection: Bool {
    sockets.contains { $0.remote.map { $0.address != $0.address.unmapped } ?? false }
  }

  private static let names = ["A", "B", "C", "D", "E", "F"]

  /// A connection that an IPv6 listener accepted is an IPv6 socket, with mapped addresses.
  private static func withChildrenOfIPv6Listeners(
    _ sockets: [ReceivingSocket]
  ) -> [ReceivingSocket] {
    sockets.map { socket in
      guard let remote = socket.remote else { return socket }
      let opening = ArrivingPacket.syn(from: remote, to: socket.local)
      let listeners = sockets.filter { $0.remote == nil }
      let parent = Demultiplexer.delivery(of: opening, among: listeners).receiver
      guard let parent, listeners[parent].isIPv6 else { return socket }
      return socket.mapped
    }
  }

  private static func isSharing(
    _ sockets: [ReceivingSocket], _ transport: TransportProtocol
  ) -> Bool {
    // Connections of TCP come from a listener and were never bound.
    let bound = sockets.filter {
      $0.transport == transport && (transport == .udp || $0.remote == nil)
    }
    return bound.indices.contains { first in
      bound[(first + 1)...].contains { bound[first].overlaps($0) }
    }
  }
}

extension ReceivingSocket {
  /// The same socket as an IPv6 one that deals with IPv4.
  var mapped: ReceivingSocket {
    var socket = self
    socket.local.address = local.address.mapped
    socket.remote = remote.map { Endpoint($0.address.mapped, $0.port) }
    return socket
  }

  /// Whether some packet could be for both, so that they share an address and a port.
  fileprivate func overlaps(_ other: ReceivingSocket) -> Bool {
    guard local.port == other.local.port else { return false }
    let (one, two) = (local.address.unmapped, other.local.address.unmapped)
    return one == two || covers(two) || other.covers(one)
  }

  private func covers(_ address: IPAddress) -> Bool {
    guard local.address.isWildcard else { return false }
    return address.isIPv6 == isIPv6 || isDualStack
  }
}
