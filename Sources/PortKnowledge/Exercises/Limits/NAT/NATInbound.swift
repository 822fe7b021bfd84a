/// What becomes of a packet that arrives from outside.
struct NATInbound {
  let example: NATCase
  /// Whether only the packets are shown, not the entries that they have left.
  var hidesEntries = false

  private var packet: FiveTuple { example.last.tuple }
  private var table: NATTable { example.before }

  /// The entry that comes nearest: the one that matches, or else one with the same outside port.
  private var nearest: Int? {
    let entries = table.entries
    return entries.firstIndex { $0 == table.entry(for: packet) }
      ?? entries.firstIndex { $0.outside == packet.destination }
  }

  // MARK: The question

  /// What the router does, to be chosen.
  func parts(from draw: inout NATDraw) -> NATParts {
    var insides: [Endpoint] = []
    for inside in table.forwards.map(\.inside) + table.entries.map(\.inside)
    where !insides.contains(inside) {
      insides.append(inside)
    }
    let right = example.result?.destination
    var shown = Array(insides.prefix(3))
    if let right, !shown.contains(right) { shown[shown.count - 1] = right }
    var options = draw.shuffle(shown).map { inside in
      Question.Option(
        "it is passed on to \(inside)", isRight: inside == right,
        explanation: inside == right ? matching : self.reason(against: inside), figure: figure)
    }
    options.append(
      Question.Option(
        "it is dropped", isRight: right == nil,
        explanation: right == nil ? self.dropping : matching, figure: figure))
    if options.count < 4 {
      options.append(
        Question.Option(
          "it is passed on to every host inside", isRight: false,
          explanation: "A router translates to one endpoint or to none. "
            + (right.map { "Here \($0) is behind it." } ?? "Here nothing is behind it."),
          figure: figure))
    }
    return NATParts(
      prompt: NATParts.filtering + " What becomes of the "
        + (hidesEntries ? "last packet?" : "arriving packet?"),
      figure: hidesEntries
        ? example.routerLines + example.packetLines
        : (table.forwards.isEmpty ? [] : example.routerLines) + example.arrivalLines,
      kind: .chooseOne(options),
      explanation: "Translation back (NAPT, RFC 3022). " + (right == nil ? dropping : matching),
      lastHint: lastHint, data: example.data, isForwarding: !table.forwards.isEmpty)
  }

  private var lastHint: String {
    "Look for \(packet.transport.name), outside \(packet.destination) and remote \(packet.source) "
      + "in one line"
      + (table.forwards.isEmpty ? "." : ", and then at the forwarded port.")
  }

  // MARK: Why

  private var matching: String {
    if let entry = table.entry(for: packet) {
      return "Outside \(entry.outside) and remote \(entry.remote) agree over "
        + "\(entry.transport.name): it belongs to \(entry.inside)."
    }
    let inside = example.result?.destination
    return "\(packet.transport.name) port \(packet.destination.port) is forwarded, whoever calls"
      + (inside.map { ": it goes to \($0)." } ?? ".")
  }

  private var dropping: String {
    if let forward = table.forwards.first(where: { $0.port == packet.destination.port }) {
      return "Only \(forward.transport.name) port \(forward.port) is forwarded, but the packet is "
        + "\(packet.transport.name): it is dropped."
    }
    guard let nearest else {
      return "No entry has \(packet.destination) as its outside, so nobody inside is meant: it is "
        + "dropped."
    }
    let entry = table.entries[nearest]
    if entry.transport != packet.transport {
      return "Port \(entry.outside.port) has a \(entry.transport.name) entry, but the packet is "
        + "\(packet.transport.name): it is dropped."
    }
    return "\(entry.outside) has an entry for \(entry.remote) only, but the packet comes from "
      + "\(packet.source): it is dropped."
  }

  private func reason(against inside: Endpoint) -> String {
    if let right = example.result?.destination {
      return "Behind \(packet.destination) is another endpoint for this packet: \(right)."
    }
    guard let entry = table.entries.first(where: { $0.inside == inside }) else {
      return "Only \(table.forwards.first?.transport.name ?? "TCP") is forwarded there, and the "
        + "packet is \(packet.transport.name)."
    }
    if entry.outside != packet.destination {
      return "Its outside is \(entry.outside), not \(packet.destination)."
    }
    if entry.transport != packet.transport {
      return "Its entry is for \(entry.transport.name), and the packet is "
        + "\(packet.transport.name)."
    }
    return "Its entry is for answers from \(entry.remote), not from \(packet.source)."
  }

  /// The entries with a ▲ at what agrees or differs.
  private var figure: [MarkedText] {
    guard let nearest else {
      return example.entryRows.lines + [
        MarkedText([.init("▲ none has \(packet.destination) outside", .decisive)])
      ]
    }
    let entry = table.entries[nearest]
    if entry.transport != packet.transport {
      return example.entryRows.lines(
        pointingAt: nearest + 1, column: 0, note: "another protocol")
    }
    let isRemote = entry.remote != packet.source
    return example.entryRows.lines(
      pointingAt: nearest + 1, column: isRemote ? 3 : 2,
      note: isRemote ? "another remote" : "agrees")
  }
}
