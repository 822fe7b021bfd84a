import PortKnowledge

/// A second, independent opinion on who gets a packet: points for what agrees, as the kernel counts
/// them, over nothing but the data of a case.
struct DeliveryOracle {
  /// A socket as the data tell of it.
  private struct Row {
    let name: String
    let isTCP: Bool
    let isIPv6: Bool
    let isIPv6Only: Bool
    let local: (address: String, port: Int)
    let remote: (address: String, port: Int)?
  }

  /// A packet as the data tell of it.
  struct Packet {
    let kind: String
    let source: (address: String, port: Int)
    let destination: (address: String, port: Int)
  }

  private let rows: [Row]
  /// The packets of the case.
  let packets: [Packet]
  /// The names of the sockets.
  var names: [String] { rows.map(\.name) }

  /// The case of an exercise; nil where the data lack something.
  init?(_ data: CaseValue) {
    guard let sockets = Self.list(data, "sockets"), let packets = Self.list(data, "packets") else {
      return nil
    }
    let closed = Self.list(data, "closedBefore") ?? []
    rows = sockets.compactMap(Self.row).filter { row in !closed.contains(.text(row.name)) }
    self.packets = packets.compactMap { packet in
      guard let kind = Self.text(packet, "kind"), let source = Self.end(packet, "source"),
        let destination = Self.end(packet, "destination")
      else { return nil }
      return Packet(kind: kind, source: source, destination: destination)
    }
    guard rows.count + closed.count == sockets.count, self.packets.count == packets.count else {
      return nil
    }
  }

  /// Who gets a packet; nil for nobody.
  func receiver(of packet: Packet, without gone: Set<String> = []) -> String? {
    var best: (name: String, points: Int)?
    for row in rows where !gone.contains(row.name) {
      guard let points = points(row, packet) else { continue }
      // Only equal UDP sockets come down to the order.
      if points >= best?.points ?? 0 { best = (row.name, points) }
    }
    return best?.name
  }

  private func points(_ row: Row, _ packet: Packet) -> Int? {
    guard row.isTCP == (packet.kind != "datagram"), row.local.port == packet.destination.port else {
      return nil
    }
    let isIPv6Packet = packet.destination.address.contains(":")
    var points = row.isIPv6 == isIPv6Packet ? 1 : 0
    switch row.local.address {
    case "0.0.0.0": if isIPv6Packet { return nil }
    case "::": if !isIPv6Packet, row.isIPv6Only { return nil }
    default:
      guard Self.plain(row.local.address) == packet.destination.address else { return nil }
      points += 4
    }
    if let remote = row.remote {
      guard Self.plain(remote.address) == packet.source.address, remote.port == packet.source.port
      else { return nil }
      return points + 16
    }
    return packet.kind == "segment" ? nil : points
  }

  /// An IPv4-mapped address as the IPv4 address it holds.
  private static func plain(_ address: String) -> String {
    address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : address
  }

  // MARK: Reading the data

  private static func row(_ value: CaseValue) -> Row? {
    guard let name = text(value, "name"), let transport = text(value, "protocol"),
      let family = text(value, "family"), let local = end(value, "local"),
      let options = list(value, "options")
    else { return nil }
    return Row(
      name: name, isTCP: transport == "tcp", isIPv6: family == "AF_INET6",
      isIPv6Only: options.contains("IPV6_V6ONLY"), local: local, remote: end(value, "remote"))
  }

  private static func member(_ value: CaseValue, _ name: String) -> CaseValue? {
    guard case .object(let members) = value else { return nil }
    return members[name]
  }

  private static func text(_ value: CaseValue, _ name: String) -> String? {
    guard case .text(let text)? = member(value, name) else { return nil }
    return text
  }

  private static func list(_ value: CaseValue, _ name: String) -> [CaseValue]? {
    guard case .list(let list)? = member(value, name) else { return nil }
    return list
  }

  private static func end(_ value: CaseValue, _ name: String) -> (address: String, port: Int)? {
    guard let address = text(value, name + "Address"),
      case .number(let port)? = member(value, name + "Port")
    else { return nil }
    return (address, port)
  }
}
