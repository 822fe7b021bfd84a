extension FilterScene {
  /// Every state of a connection.
  private static let states: [TCPState] = [
    .established, .synSent, .synReceived, .finWait1, .finWait2, .timeWait, .closeWait, .lastAck,
    .closing,
  ]

  /// The rows for grading: beside those that are seen, every state and near miss of this machine.
  var rows: Question.FilterRows {
    var hidden = otherListeners
    let ends = otherEnds
    hidden.reserveCapacity(hidden.count + ends.count * Self.states.count)
    for state in Self.states {
      for tuple in ends {
        hidden.append(ListedSocket(state, local: tuple.source, remote: tuple.destination))
      }
    }
    return Question.FilterRows(shown: shown, hidden: hidden)
  }

  /// Local sides and peers of other connections; each is tried in every state.
  private var otherEnds: [FiveTuple] {
    let port: PortNumber = 45_000
    func served(_ local: Endpoint, _ client: IPAddress) -> FiveTuple {
      FiveTuple(.tcp, from: local, to: Endpoint(client, port))
    }
    func called(_ server: Endpoint) -> FiveTuple {
      FiveTuple(.tcp, from: Endpoint(machine, port), to: server)
    }
    let ports = [service, second, inner] + borders
    return ports.map { served(Endpoint(machine, $0), clients[0]) } + [
      served(Endpoint(machine, service), neighbour), served(Endpoint(machine, second), neighbour),
      served(Endpoint(machine, service), clients[1]),
      served(Endpoint(machine, remotePort), clients[0]),
      served(Endpoint(machine, service), .octets(203, 0, 7, 7)),
      served(Endpoint(.loopback, inner), .octets(127, 0, 0, 9)),
      FiveTuple(
        .tcp, from: Endpoint(machine, inner).mapped, to: Endpoint(clients[1], port).mapped),
      called(Endpoint(server, remotePort)), called(Endpoint(clients[0], service)),
      called(Endpoint(server, inner)),
    ]
  }

  /// Listeners that are not seen: every port on every kind of address, and ports at borders.
  private var otherListeners: [ListedSocket] {
    let addresses: [IPAddress] = [.any, .any6, .loopback, .octets(127, 0, 0, 53), machine]
    return [service, second, inner].flatMap { port in
      addresses.map { ListedSocket(listener: Endpoint($0, port)) }
    }
      + (borders + [1023, 1024]).map { ListedSocket(listener: Endpoint(.any, $0)) }
      + [
        ListedSocket(listener: Endpoint(.any6, service), isIPv6Only: true),
        ListedSocket(listener: Endpoint(.loopback6, service)),
      ]
  }

  /// The thousand in which the second port lies.
  var thousand: ClosedRange<PortNumber> {
    let low = second.rawValue / 1000 * 1000
    return PortNumber(low)...PortNumber(low + 999)
  }

  /// The ports at both ends of that thousand, and next to them.
  private var borders: [PortNumber] {
    let low = thousand.lowerBound.rawValue
    let high = thousand.upperBound.rawValue
    return [low - 1, low, high, high + 1].map { PortNumber($0) }
  }

  /// The rows, for another program: those that are seen, and what the others are made of.
  var data: CaseValue {
    .object([
      "machine": CaseValue(machine),
      "rows": .list(shown.map { .text(SSListing.brief($0)) }),
      "otherListeners": .list(otherListeners.map { .text(SSListing.local($0)) }),
      "otherConnections": .object([
        "states": .list(Self.states.map { .text($0.ssName) }),
        "ends": .list(otherEnds.map { .text("\($0.source) \($0.destination)") }),
      ]),
    ])
  }
}
