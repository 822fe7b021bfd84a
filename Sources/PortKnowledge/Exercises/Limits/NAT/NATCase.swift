/// A router, the packets that have passed it, and what it made of them.
struct NATCase {
  /// A packet as it reaches the router.
  struct Packet: Hashable {
    /// The packet with the addresses it was sent with.
    let tuple: FiveTuple
    /// Whether it comes from inside.
    let isOutbound: Bool

    /// A packet of a host inside.
    static func out(_ transport: TransportProtocol, _ from: Endpoint, _ to: Endpoint) -> Packet {
      Packet(tuple: FiveTuple(transport, from: from, to: to), isOutbound: true)
    }

    /// A packet that arrives from outside.
    static func back(_ transport: TransportProtocol, _ from: Endpoint, _ to: Endpoint) -> Packet {
      Packet(tuple: FiveTuple(transport, from: from, to: to), isOutbound: false)
    }
  }

  /// The packets in their order; the last one is asked about.
  let packets: [Packet]
  /// What the router made of each; nil where it was dropped.
  let results: [FiveTuple?]
  /// The router before the last packet.
  let before: NATTable
  /// The router after all of them.
  let after: NATTable

  /// Lets the packets pass a router.
  init(_ router: NATTable, _ packets: [Packet]) {
    self.packets = packets
    var table = router
    var before = router
    results = packets.map { packet in
      before = table
      return packet.isOutbound ? table.outbound(packet.tuple) : table.inbound(packet.tuple)
    }
    self.before = before
    after = table
  }

  /// The last packet.
  var last: Packet {
    packets.last ?? .out(.tcp, Endpoint(.any, 0), Endpoint(.any, 0))
  }
  /// What became of it.
  var result: FiveTuple? { results.last ?? nil }

  // MARK: Shown

  /// The router's address, its spare ports, and what it forwards.
  var routerLines: [MarkedText] {
    let range = before.range
    let first = "public \(before.address), spare ports \(range.lowerBound) to \(range.upperBound)"
    return [MarkedText([.init("NAT  ", .faint), .init(first)])]
      + before.forwards.map {
        MarkedText([
          .init("     "),
          .init("\($0.transport.name) port \($0.port) is forwarded to \($0.inside)"),
        ])
      }
  }

  /// The packets with their numbers.
  var packetLines: [MarkedText] {
    AlignedRows(
      packets.enumerated().map { index, packet in
        [
          [.init("\(index + 1)", .faint)], [.init(packet.isOutbound ? "out" : "in")],
          [.init(packet.tuple.transport.name)],
          [
            .init("\(packet.tuple.source)", .field(.sourcePort)), .init(" → "),
            .init("\(packet.tuple.destination)", .field(.destinationPort)),
          ],
        ]
      }
    ).lines
  }

  /// The entries before the last packet, below a line of titles.
  var entryRows: AlignedRows { Self.rows(before.entries) }

  /// Entries below a line of titles.
  static func rows(_ entries: [NATTable.Entry]) -> AlignedRows {
    AlignedRows(
      [["", "inside", "outside", "remote"].map { [.init($0, .faint)] }]
        + entries.map { entry in
          [
            [.init(entry.transport.name)], [.init("\(entry.inside)")],
            [.init("\(entry.outside)")], [.init("\(entry.remote)")],
          ]
        })
  }

  /// The entries and the packet that arrives.
  var arrivalLines: [MarkedText] {
    entryRows.lines + [
      MarkedText([
        .init("arriving  ", .faint),
        .init("\(last.tuple.transport.name)  \(last.tuple.source) → \(last.tuple.destination)"),
      ])
    ]
  }

  // MARK: Data

  /// The whole case for other programs.
  var data: CaseValue {
    [
      "publicAddress": CaseValue(before.address),
      "lowestSparePort": CaseValue(before.range.lowerBound),
      "highestSparePort": CaseValue(before.range.upperBound),
      "forwards": .list(
        before.forwards.map {
          [
            "transport": .text($0.transport.name), "port": CaseValue($0.port),
            "inside": CaseValue($0.inside),
          ]
        }),
      "packets": .list(
        zip(packets, results).map { packet, result in
          [
            "direction": packet.isOutbound ? "out" : "in",
            "transport": .text(packet.tuple.transport.name),
            "source": CaseValue(packet.tuple.source),
            "destination": CaseValue(packet.tuple.destination),
            "isDropped": .truth(result == nil),
            "translatedSource": result.map { CaseValue($0.source) } ?? .null,
            "translatedDestination": result.map { CaseValue($0.destination) } ?? .null,
          ]
        }),
      "entries": .list(
        after.entries.map {
          [
            "transport": .text($0.transport.name), "inside": CaseValue($0.inside),
            "outside": CaseValue($0.outside), "remote": CaseValue($0.remote),
          ]
        }),
    ]
  }
}
