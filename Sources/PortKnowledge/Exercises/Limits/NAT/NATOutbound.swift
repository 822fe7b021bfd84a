/// From which endpoint the outside sees the last packet come.
struct NATOutbound {
  let example: NATCase

  private var packet: FiveTuple { example.last.tuple }
  private var right: Endpoint { example.result?.source ?? packet.source }
  private var kept: Endpoint { Endpoint(example.before.address, packet.source.port) }

  /// The entry to the same destination that has the source port already.
  private var rival: NATTable.Entry? {
    example.before.entries.first {
      $0.transport == packet.transport && $0.outside.port == packet.source.port
        && $0.remote == packet.destination && $0.inside != packet.source
    }
  }
  /// The entry to which the packet belongs already.
  private var known: NATTable.Entry? {
    example.before.entries.first {
      $0.transport == packet.transport && $0.inside == packet.source
        && $0.remote == packet.destination
    }
  }

  // MARK: The question

  /// The source to be chosen.
  func chooseOne(from draw: inout NATDraw) -> NATParts {
    let wrong = confusions.prefix(3).map {
      Question.Option("\($0.endpoint)", isRight: false, explanation: $0.reason, figure: figure)
    }
    let option = Question.Option("\(right)", isRight: true, explanation: reason, figure: figure)
    return parts(.chooseOne(draw.shuffle([option] + wrong)))
  }

  /// The source to be typed.
  var entry: NATParts {
    parts(
      .entry(
        Question.Entry(
          accepted: ["\(right)"],
          mistakes: confusions.map {
            Question.Entry.Mistake("\($0.endpoint)", explanation: $0.reason)
          })))
  }

  private func parts(_ kind: Question.Kind) -> NATParts {
    let number = example.packets.count
    return NATParts(
      prompt: NATParts.keeping + " From which address and port does the destination see packet "
        + "\(number) come?",
      figure: example.routerLines + example.packetLines, kind: kind,
      explanation: "Translation of the source (NAPT, RFC 3022). \(reason)",
      lastHint: lastHint, data: example.data)
  }

  private var lastHint: String {
    let others = example.before.entries.filter {
      $0.transport == packet.transport && $0.remote == packet.destination
    }
    return others.isEmpty
      ? "Before it, no \(packet.transport.name) entry leads to \(packet.destination)."
      : "Entries to \(packet.destination) over \(packet.transport.name) have the outside ports "
        + others.map(\.outside.port.description).joined(separator: ", ") + "."
  }

  // MARK: Why

  private var reason: String {
    if known != nil {
      return "It belongs to an entry that exists, so its source becomes \(right) once more."
    }
    if let rival {
      return "Port \(packet.source.port) belongs to \(rival.inside) for \(packet.destination), so "
        + "the lowest free spare port is taken: \(right.port)."
    }
    return "No other \(packet.transport.name) entry to \(packet.destination) has port "
      + "\(packet.source.port), so it is kept: \(right)."
  }

  /// The entry that decides, with a ▲; the new one where none is in the way.
  private var figure: [MarkedText] {
    let entries = example.after.entries
    let row = entries.firstIndex { $0 == rival } ?? entries.firstIndex { $0.outside == right } ?? 0
    return NATCase.rows(entries).lines(
      pointingAt: row + 1, column: 2, note: rival == nil ? "kept" : "taken")
  }

  private var confusions: [(endpoint: Endpoint, reason: String)] {
    let before = example.before
    let lowest = Endpoint(before.address, before.range.lowerBound)
    let second = Endpoint(before.address, PortNumber(before.range.lowerBound.rawValue + 1))
    let next = Endpoint(before.address, PortNumber(packet.source.port.rawValue + 1))
    var all: [(endpoint: Endpoint, reason: String)] = [
      (
        packet.source,
        "\(packet.source.address) is a private address: answers to it would never come back. The "
          + "router puts its own in its place."
      )
    ]
    if let rival {
      all.append(
        (
          kept,
          "With that port answers from \(packet.destination) could not be told from those for "
            + "\(rival.inside)."
        ))
    }
    let isInTheWay = rival != nil || known != nil
    for spare in isInTheWay ? [lowest, second] : [lowest] {
      if before.isTaken(spare.port, over: packet.transport, to: packet.destination) {
        all.append(
          (spare, "Spare port \(spare.port) belongs to another entry to \(packet.destination)."))
      } else if known != nil {
        all.append((spare, "No new port is needed: the packet belongs to an entry that exists."))
      } else if rival == nil {
        all.append(
          (
            spare,
            "A spare port is taken only where the own one is not free. Nobody else has "
              + "\(packet.source.port) to \(packet.destination) over \(packet.transport.name)."
          ))
      } else {
        all.append((spare, "It is free, but \(right.port) is free too, and lower."))
      }
    }
    all += [
      (next, "The router does not count on from the source port. It has spare ports for that."),
      (
        Endpoint(before.address, packet.destination.port),
        "\(packet.destination.port) is the port of the destination, which stays as it is."
      ),
    ]
    var seen: Set<Endpoint> = [right]
    return all.filter { seen.insert($0.endpoint).inserted }
  }
}
