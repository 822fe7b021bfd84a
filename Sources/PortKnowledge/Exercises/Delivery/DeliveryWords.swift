/// The sentences that say why a socket of a case gets a packet, or why not.
struct DeliveryWords {
  private let delivery: DeliveryCase
  private let isTCP: Bool

  /// The words for a case.
  init(_ delivery: DeliveryCase) {
    self.delivery = delivery
    isTCP = delivery.transport == .tcp
  }

  /// "segment" or "datagram".
  var noun: String { isTCP ? "segment" : "datagram" }

  /// What the kernel does where no socket fits, in a few words.
  var refusal: String { isTCP ? "RST" : "ICMP" }

  /// How the sockets could share addresses and ports, as the end of a prompt; mostly empty.
  var sharingNote: String {
    guard delivery.isSharing else { return "" }
    return isTCP
      ? " All listeners set SO_REUSEPORT before bind()."
      : " All UDP sockets set SO_REUSEADDR before bind()."
  }

  /// The names of the first and the last socket: "A and B", "A to D", or "A" alone.
  var names: String {
    let last = delivery.sockets.count - 1
    switch last {
    case 0: return "A"
    case 1: return "A and B"
    default: return "A to \(delivery.name(last))"
    }
  }

  // MARK: Options

  /// A socket as an option: `A, the listener on 0.0.0.0:443`.
  func option(_ index: Int) -> String { "\(delivery.name(index)), \(kind(index))" }

  /// The option for no socket.
  var noneOption: String {
    isTCP
      ? "none of them: the kernel answers with RST"
      : "none of them: ICMP port unreachable goes back"
  }

  private func kind(_ index: Int) -> String {
    let socket = delivery.sockets[index]
    switch (socket.transport, socket.remote) {
    case (.tcp, let remote?): return "the connection with \(remote)"
    case (.tcp, nil):
      return "the \(isTCP ? "" : "TCP ")listener on \(socket.localText)"
    case (.udp, let remote?): return "connected to \(remote)"
    case (.udp, nil): return "the UDP socket on \(socket.localText)"
    }
  }

  // MARK: Why

  /// Why a socket gets a packet, or why not.
  func reason(_ index: Int, for packet: ArrivingPacket, _ result: Delivery) -> String {
    let name = delivery.name(index)
    let socket = delivery.sockets[index]
    switch result.verdicts[index] {
    case .receives(let rule):
      return receiving(name, socket, rule, packet)
    case .outranked, .nativeFirst, .laterBoundFirst:
      return behind(index, packet, result)
    case .otherFamily:
      return socket.isIPv6
        ? "\(name) has IPV6_V6ONLY set (ss shows [::] instead of *), and this \(noun) is IPv4."
        : "\(name) is an IPv4 socket. 0.0.0.0 covers no IPv6 address, and this \(noun) is IPv6."
    case .needsSYN:
      let owner = result.receiver.map { "it belongs to the connection \(delivery.name($0))" }
      return "A listener takes only a SYN, the request for a new connection. This segment carries "
        + "data: \(owner ?? "it claims a connection that does not exist here")."
    case .notListening:
      return "\(name) is bound, but without listen() it takes no connections."
    case .differs(let fields):
      return differing(name, socket, fields, packet)
    }
  }

  private func receiving(
    _ name: String, _ socket: ReceivingSocket, _ rule: DeliveryRule, _ packet: ArrivingPacket
  ) -> String {
    let to = packet.tuple.destination
    switch rule {
    case .connection where packet.isSYN:
      return "\(name) has both ends, \(to) and \(packet.tuple.source), and comes before any "
        + "listener. Even a SYN goes to it, and is answered with an ACK (RFC 9293, 3.10.7.4)."
    case .connection:
      let mapped = socket.isIPv6 && !to.address.isIPv6 ? " (::ffff: is IPv4 in an IPv6 socket)" : ""
      return "Both ends of \(name) agree: local \(to), peer \(packet.tuple.source)\(mapped). "
        + "A socket with all these values comes before all others."
    case .exactAddress where socket.isIPv6 && !to.address.isIPv6:
      return "\(socket.local.address) is how an IPv6 socket writes the IPv4 address "
        + "\(to.address). So \(name) names it exactly, which comes before every wildcard."
    case .exactAddress:
      return "\(name) is bound to \(to) itself, which comes before every wildcard, "
        + "and no \(connection) has both ends of this \(noun)."
    case .wildcard:
      return "\(socket.localAddressText) covers every local \(socket.isIPv6 ? "IPv6" : "IPv4") "
        + "address, and nothing here fits \(to) more exactly."
    case .dualStackWildcard:
      return "*:\(to.port) is an IPv6 socket on :: without IPV6_V6ONLY. It takes IPv4 too, "
        + "where no socket fits more exactly."
    }
  }

  private func behind(_ index: Int, _ packet: ArrivingPacket, _ result: Delivery) -> String {
    guard let receiver = result.receiver, let rule = result.rule else { return "" }
    let (name, winner) = (delivery.name(index), delivery.name(receiver))
    let to = packet.tuple.destination
    switch result.verdicts[index] {
    case .nativeFirst:
      return "\(name) and \(winner) both name \(to.address). For IPv4 the IPv4 socket \(winner) "
        + "comes before the IPv6 socket with the mapped address."
    case .laterBoundFirst:
      return "\(name) fits as well as \(winner), but \(winner) was bound later. "
        + "The last one bound gets every datagram."
    default:
      switch rule {
      case .connection:
        return "\(name) would fit, but \(winner) has this very source and destination, "
          + "and that comes first."
      case .exactAddress:
        return "\(name) covers \(to.address) only by a wildcard. \(winner) names the address, "
          + "which comes first."
      case .wildcard, .dualStackWildcard:
        return "\(name) is dual-stack, which for IPv4 comes last: after \(winner) on "
          + "\(delivery.sockets[receiver].localText)."
      }
    }
  }

  private func differing(
    _ name: String, _ socket: ReceivingSocket, _ fields: [TupleField], _ packet: ArrivingPacket
  ) -> String {
    let (from, to) = (packet.tuple.source, packet.tuple.destination)
    switch fields.deciding {
    case .transport:
      return "\(name) is a \(socket.transport.name) socket. TCP and UDP number their ports apart, "
        + "so no \(packet.tuple.transport.name) \(noun) gets there."
    case .destinationPort:
      return "\(name) has port \(socket.local.port). This \(noun) goes to port \(to.port)."
    case .destinationAddress:
      let what =
        socket.remote == nil
        ? "\(name) takes only what goes to \(socket.local.address.unmapped)"
        : "The local end of \(name) is \(socket.local)"
      return "\(what). This \(noun) goes to \(to.address)."
    case .sourceAddress, .sourcePort:
      let peer = socket.remote ?? from
      let end = isTCP ? "that is another connection" : "a stranger to \(name)"
      return "The peer of \(name) is \(peer). This \(noun) comes from \(from): \(end)."
    }
  }

  /// Why nobody gets a packet, or why that is wrong.
  func reasonForNobody(_ packet: ArrivingPacket, _ result: Delivery) -> String {
    let to = packet.tuple.destination
    if let receiver = result.receiver {
      return "\(isTCP ? "RST" : "ICMP port unreachable") is the answer where no socket fits. "
        + "Here \(option(receiver)), fits."
    }
    guard isTCP else {
      return "No connected socket has both ends, \(packet.tuple.source) and \(to), and no "
        + "unconnected UDP socket covers \(to)."
    }
    return packet.isSYN
      ? "No connection has both ends, \(packet.tuple.source) and \(to), and no listener covers "
        + "\(to)."
      : "Without a SYN a segment needs its connection, and none has the ends "
        + "\(packet.tuple.source) and \(to). So RST, whoever listens."
  }

  /// "connection" or "connected socket".
  private var connection: String { isTCP ? "connection" : "connected socket" }

  // MARK: The rule

  /// The order of the lookup, as far as a level goes.
  func rule(_ level: ExerciseLevel) -> String {
    let last = level == .hard ? ", then a dual-stack ::" : ""
    return isTCP
      ? "Linux looks for the exact connection, then (for a SYN) for a listener: on the exact "
        + "address, then on the family's wildcard\(last). Else RST."
      : "Linux prefers the connected socket of exactly this peer, then an unconnected one on the "
        + "exact address, then on the family's wildcard\(last). Else ICMP port unreachable."
  }

  /// The idea and the rule, which come before a hint about the case.
  func hints(_ level: ExerciseLevel, last: String) -> [String] {
    let idea =
      isTCP
      ? "The port alone does not decide: protocol, both addresses and both ports do."
      : "UDP has no connections, but a connected socket hears only its peer."
    let notation =
      delivery.sockets.contains(where: \.isIPv6)
      ? " ss writes * for a dual-stack :: and [::] for one with IPV6_V6ONLY." : ""
    return [idea + notation, rule(level), last]
  }
}

extension ReceivingSocket {
  /// The local end as ss shows it: `*:443` where the socket is dual-stack.
  var localText: String { "\(localAddressText):\(local.port)" }

  /// The local address as ss shows it.
  var localAddressText: String {
    if isDualStack { return "*" }
    return isIPv6 ? "[\(local.address)]" : local.address.description
  }
}
