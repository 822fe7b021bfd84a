/// A machine's table on which filters are tried.
struct FilterScene {
  /// The machine's address.
  let machine: IPAddress
  /// The port on which it serves others, below 1024.
  let service: PortNumber
  /// A second one, above.
  let second: PortNumber
  /// The port of a server on loopback, above 1024 too.
  let inner: PortNumber
  /// The port of the servers that it calls; often the same number as its own service.
  let remotePort: PortNumber
  /// Two clients in 203.0.113.0/24.
  let clients: [IPAddress]
  /// A client elsewhere.
  let neighbour: IPAddress
  /// A server that it calls.
  let server: IPAddress
  /// The rows that are seen.
  private(set) var shown: [ListedSocket] = []

  /// The network of the clients.
  static let network = "203.0.113.0/24"

  private static let lowPorts: [PortNumber] = [22, 25, 80, 143, 443, 993]
  private static let highPorts: [PortNumber] = [3000, 3306, 5432, 6379, 8080, 8443, 9090]

  init(_ draw: inout CaseDraw) {
    machine = .octets(192, 0, 2, draw.number(in: 2...9))
    service = draw.pick(Self.lowPorts, else: 443)
    let high = draw.pick(2, of: Self.highPorts)
    second = high[0]
    inner = high[1]
    remotePort = draw.chance(oneIn: 2) ? service : draw.pick([465, 853, 5671], else: 853)
    clients = draw.pick(2, of: (1...9).map { .octets(203, 0, 113, $0) })
    neighbour = .octets(192, 0, 2, draw.number(in: 11...99))
    server = .octets(198, 51, 100, draw.number(in: 1...9))
    shown = draw.level == .hard ? hardRows(&draw) : plainRows(&draw)
  }

  // MARK: Rows that are seen

  private func plainRows(_ draw: inout CaseDraw) -> [ListedSocket] {
    let other = draw.pick([TCPState.established, .timeWait, .synSent], else: .timeWait)
    let listeners = [
      ListedSocket(listener: Endpoint(.any, service)),
      ListedSocket(listener: Endpoint(.loopback, inner)),
    ]
    return listeners
      + draw.shuffle([
        served(.established, service, clients[0], &draw),
        served(old(&draw), service, neighbour, &draw), called(.established, server, &draw),
        called(other, clients[1], &draw),
      ])
  }

  private func hardRows(_ draw: inout CaseDraw) -> [ListedSocket] {
    let isIPv6Only = draw.chance(oneIn: 3)
    let listeners = [
      ListedSocket(listener: Endpoint(.any, service)),
      ListedSocket(listener: Endpoint(machine, second)),
      ListedSocket(listener: Endpoint(.any6, inner), isIPv6Only: isIPv6Only),
    ]
    return listeners
      + draw.shuffle([
        served(.established, service, clients[0], &draw),
        served(old(&draw), service, neighbour, &draw),
        served(.established, second, clients[1], &draw), called(.established, server, &draw),
      ])
  }

  private func old(_ draw: inout CaseDraw) -> TCPState {
    draw.pick([.timeWait, .closeWait], else: .timeWait)
  }

  /// A client's connection to a port of this machine.
  private func served(
    _ state: TCPState, _ port: PortNumber, _ client: IPAddress, _ draw: inout CaseDraw
  ) -> ListedSocket {
    ListedSocket(
      state, local: Endpoint(machine, port), remote: Endpoint(client, Self.ephemeral(&draw)))
  }

  /// A connection of this machine to a server elsewhere.
  private func called(
    _ state: TCPState, _ server: IPAddress, _ draw: inout CaseDraw
  ) -> ListedSocket {
    ListedSocket(
      state, local: Endpoint(machine, Self.ephemeral(&draw)), remote: Endpoint(server, remotePort))
  }

  private static func ephemeral(_ draw: inout CaseDraw) -> PortNumber {
    PortNumber(draw.number(in: UInt16(32_768)...60_999))
  }
}
