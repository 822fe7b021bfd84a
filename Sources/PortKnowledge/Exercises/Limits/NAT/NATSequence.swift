/// The outside ports of several packets, one after the other.
struct NATSequence {
  let example: NATCase

  /// The port of each packet but the first, to be filled in.
  var parts: NATParts {
    let rows = example.packets.indices.dropFirst().map { index in
      Question.Table.Row(
        "packet \(index + 1)",
        [.blank(choices(index, right: example.results[index]?.source.port ?? 0))])
    }
    let entries = example.after.entries.count
    return NATParts(
      prompt: NATParts.keeping
        + " Packet 1 keeps its source port. Which do the others have outside?",
      figure: example.routerLines + example.packetLines,
      kind: .fillTable(Question.Table(columns: ["port outside"], rows: rows)),
      explanation: "Translation of the source, as Linux does it: a port is taken only for its "
        + "protocol and destination. The table then has \(entries) entries.",
      lastHint: "Make an entry for each packet that has none, with its protocol and destination. "
        + "There will be \(entries).",
      data: example.data)
  }

  private func choices(_ index: Int, right: PortNumber) -> [Question.Option] {
    let packet = example.packets[index].tuple
    var ports: [PortNumber] = []
    for port in example.results.compactMap({ $0?.source.port }) + [
      example.before.range.lowerBound,
      PortNumber(example.before.range.lowerBound.rawValue + 1),
    ] where !ports.contains(port) {
      ports.append(port)
    }
    return ports.sorted().map { port in
      Question.Option(
        "\(port)", isRight: port == right,
        explanation: port == right
          ? Self.reason(index, packet, port, in: example)
          : against(index, packet, port, right: right))
    }
  }

  private static func reason(
    _ index: Int, _ packet: FiveTuple, _ port: PortNumber, in example: NATCase
  ) -> String {
    if earlier(index, packet, in: example) != nil {
      return "It belongs to an entry that exists, with port \(port)."
    }
    return port == packet.source.port
      ? "No other \(packet.transport.name) entry to \(packet.destination) has \(port), so it is kept."
      : "\(packet.source.port) is taken for \(packet.destination), and \(port) is the lowest free "
        + "spare port."
  }

  private func against(
    _ index: Int, _ packet: FiveTuple, _ port: PortNumber, right: PortNumber
  ) -> String {
    if Self.earlier(index, packet, in: example) != nil {
      return "Packet \(index + 1) belongs to an entry that exists, with port \(right)."
    }
    let rival = example.packets.indices.prefix(index).first { other in
      let sent = example.packets[other].tuple
      return sent.transport == packet.transport && sent.destination == packet.destination
        && example.results[other]?.source.port == port
    }
    if let rival {
      return "Packet \(rival + 1) has \(port) to the same destination already."
    }
    return right == packet.source.port
      ? "No other \(packet.transport.name) entry to \(packet.destination) has \(right), so it is kept."
      : "It is free for this destination, but \(right) is the lowest free spare port."
  }

  /// An earlier packet of the same connection.
  private static func earlier(_ index: Int, _ packet: FiveTuple, in example: NATCase) -> Int? {
    example.packets.prefix(index).firstIndex { $0.tuple == packet }
  }
}
