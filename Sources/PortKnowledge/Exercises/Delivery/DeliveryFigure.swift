/// A case's sockets below each other as ss lists them, and a ▲ under what decides about one.
struct DeliveryFigure {
  private let sockets: [ReceivingSocket]
  private let names: [String]
  private let showsTransport: Bool
  private let gap: Int

  /// The figure of a case.
  init(_ delivery: DeliveryCase) {
    sockets = delivery.sockets
    names = delivery.sockets.indices.map(delivery.name)
    showsTransport = delivery.hasBothTransports
    gap = delivery.hasMappedConnection ? 1 : 2
  }

  /// All sockets, which decide nothing.
  var lines: [MarkedText] {
    AlignedRows(sockets.indices.map(row), gap: gap).lines
  }

  /// A packet from left to right: `SYN  198.51.100.7:40111 → 192.0.2.10:443`.
  static func line(of packet: ArrivingPacket) -> MarkedText {
    MarkedText(
      [.init(packet.label, .field(.transport)), .init("  ")]
        + spans(packet.tuple.source, .sourceAddress, .sourcePort) + [.init(" → ")]
        + spans(packet.tuple.destination, .destinationAddress, .destinationPort))
  }

  /// A packet turned to stand above a socket, its destination over the local end, and what decides
  /// about that socket; below them the one that is preferred.
  func lines(
    about index: Int, for packet: ArrivingPacket, _ delivery: Delivery, note: String? = nil
  ) -> [MarkedText] {
    var rows = [row(of: packet), row(index)]
    let verdict = delivery.verdicts[index]
    if let receiver = delivery.receiver, receiver != index, verdict.fits {
      rows.append(row(receiver))
    }
    let pointer = pointer(for: verdict, of: sockets[index], for: packet)
    return AlignedRows(rows, gap: gap).lines(
      pointingAt: 1, column: pointer.column + (showsTransport ? 1 : 0), offset: pointer.offset,
      note: note ?? self.note(verdict, of: sockets[index], delivery))
  }

  /// The packet above the socket that gets it, or alone with what is missing.
  func lines(
    aboutNobodyFor packet: ArrivingPacket, _ delivery: Delivery
  ) -> [MarkedText] {
    if let receiver = delivery.receiver { return lines(about: receiver, for: packet, delivery) }
    let rows = AlignedRows([row(of: packet)] + sockets.indices.map(row), gap: gap)
    return rows.lines(
      pointingAt: 0, column: showsTransport ? 3 : 2, note: "in none of these rows")
  }

  // MARK: Rows

  private func row(_ index: Int) -> [[MarkedText.Span]] {
    let socket = sockets[index]
    var cells: [[MarkedText.Span]] = [[.init(names[index], .faint)]]
    if showsTransport { cells.append([.init(socket.transport.rawValue, .field(.transport))]) }
    cells.append([.init(socket.state.ssName)])
    cells.append(Self.localSpans(socket))
    if let remote = socket.remote {
      cells.append(Self.spans(remote, .sourceAddress, .sourcePort))
    }
    return cells
  }

  private func row(of packet: ArrivingPacket) -> [[MarkedText.Span]] {
    var cells: [[MarkedText.Span]] = [[.init(" ")]]
    if showsTransport {
      cells.append([.init(packet.tuple.transport.rawValue, .field(.transport))])
    }
    cells.append([.init(packet.label)])
    cells.append(Self.spans(packet.tuple.destination, .destinationAddress, .destinationPort))
    cells.append(Self.spans(packet.tuple.source, .sourceAddress, .sourcePort))
    return cells
  }

  private static func localSpans(_ socket: ReceivingSocket) -> [MarkedText.Span] {
    guard socket.isDualStack else {
      return spans(socket.local, .destinationAddress, .destinationPort)
    }
    return [
      .init("*", .field(.destinationAddress)), .init(":"),
      .init(socket.local.port.description, .field(.destinationPort)),
    ]
  }

  private static func spans(
    _ endpoint: Endpoint, _ address: TupleField, _ port: TupleField
  ) -> [MarkedText.Span] {
    let text = endpoint.address.description
    return [
      .init(endpoint.address.isIPv6 ? "[\(text)]" : text, .field(address)), .init(":"),
      .init(endpoint.port.description, .field(port)),
    ]
  }

  // MARK: The pointer

  /// The column without that of the protocol, and how far inside it.
  private func pointer(
    for verdict: DeliveryVerdict, of socket: ReceivingSocket, for packet: ArrivingPacket
  ) -> (column: Int, offset: Int) {
    func offset(_ spans: [MarkedText.Span]) -> Int { (spans.first?.text.count ?? 0) + 1 }
    switch verdict {
    case .needsSYN, .notListening: return (1, 0)
    case .receives(.connection): return (3, 0)
    case .receives, .outranked, .nativeFirst, .laterBoundFirst, .otherFamily: return (2, 0)
    case .differs(let fields):
      switch fields.deciding {
      case .transport: return (0, 0)
      case .destinationAddress: return (2, 0)
      case .destinationPort: return (2, offset(Self.localSpans(socket)))
      case .sourceAddress: return (3, 0)
      case .sourcePort:
        let remote = socket.remote ?? socket.local
        return (3, offset(Self.spans(remote, .sourceAddress, .sourcePort)))
      }
    }
  }

  private func note(
    _ verdict: DeliveryVerdict, of socket: ReceivingSocket, _ delivery: Delivery
  ) -> String {
    let winner = delivery.receiver.map { names[$0] } ?? "nobody"
    return switch verdict {
    case .receives(.connection): "both ends agree"
    case .receives(.exactAddress): "this very address"
    case .receives(.wildcard): "every \(socket.isIPv6 ? "IPv6" : "IPv4") address"
    case .receives(.dualStackWildcard): "IPv4 too"
    case .outranked: "fits, but \(winner) fits more exactly"
    case .nativeFirst: "an IPv6 socket, so after \(winner)"
    case .laterBoundFirst: "bound before \(winner)"
    case .otherFamily: socket.isIPv6 ? "IPv6 alone" : "IPv4 alone"
    case .needsSYN: "takes only a SYN"
    case .notListening: "does not listen"
    case .differs(let fields):
      switch fields.deciding {
      case .transport: "another protocol"
      case .destinationAddress: "another address"
      case .destinationPort: "another port"
      case .sourceAddress: "another peer"
      case .sourcePort: "another port of the peer"
      }
    }
  }
}

extension ArrivingPacket {
  /// What kind of packet it is, as short as it stands before a packet's ends.
  var label: String {
    if tuple.transport == .udp { return "UDP" }
    return isSYN ? "SYN" : "PSH,ACK"
  }
}

extension [TupleField] {
  /// The field that says most clearly why a packet is not for a socket.
  var deciding: TupleField {
    let order: [TupleField] = [
      .transport, .destinationPort, .destinationAddress, .sourceAddress, .sourcePort,
    ]
    return order.first(where: contains) ?? .destinationPort
  }
}
