/// The addresses and ports of a case: a machine, its clients, and the packet that arrives.
struct DeliveryScene {
  let transport: TransportProtocol
  /// The address the packet goes to.
  let server: IPAddress
  /// Another address of the same machine.
  let otherServer: IPAddress
  /// The address the packet comes from.
  let client: IPAddress
  let otherClient: IPAddress
  /// The port the packet goes to.
  let port: PortNumber
  let otherPort: PortNumber
  /// The port the packet comes from.
  let source: PortNumber
  let otherSource: PortNumber

  /// Where the packet goes.
  var destination: Endpoint { Endpoint(server, port) }

  /// Services over TCP with another port that is easily taken for it.
  private static let tcpPorts: [(PortNumber, PortNumber)] = [
    (80, 8080), (443, 8443), (22, 2222), (25, 587), (8080, 8000), (5432, 5433), (8443, 443),
    (3306, 33060),
  ]

  /// The same over UDP.
  private static let udpPorts: [(PortNumber, PortNumber)] = [
    (53, 5353), (123, 1123), (443, 8443), (514, 5140), (161, 162), (5060, 5061), (51820, 51821),
  ]

  /// Draws a scene.
  ///
  /// On the hard level all addresses are alike, and short enough for mapped ones to leave room.
  init(_ transport: TransportProtocol, isIPv6: Bool, from draw: inout CaseDraw) {
    self.transport = transport
    let ports = transport == .tcp ? Self.tcpPorts : Self.udpPorts
    (port, otherPort) = draw.pick(ports, else: ports[0])
    let drawn = draw.number(in: 0...14_000 as ClosedRange<UInt16>)
    // The lowest bit is the seed's, so neighbouring seeds never give the same case.
    source = PortNumber(32_768 + 2 * drawn + UInt16(truncatingIfNeeded: draw.seed & 1))
    let step = draw.number(in: 1...9 as ClosedRange<UInt16>)
    otherSource = PortNumber(
      draw.level == .easy
        ? 32_768 + (source.rawValue - 32_768 + 2_111 * step) % 28_000 : source.rawValue + step)
    if isIPv6 {
      (server, client, otherServer, otherClient) = (.loopback6, .loopback6, .loopback, .loopback)
    } else if draw.level == .hard {
      let hosts = draw.pick(4, of: Array(1...9 as ClosedRange<UInt8>))
      (server, otherServer) = (.octets(192, 0, 2, hosts[0]), .octets(192, 0, 2, hosts[1]))
      (client, otherClient) = (.octets(192, 0, 2, hosts[2]), .octets(192, 0, 2, hosts[3]))
    } else {
      let hosts = draw.pick(4, of: Array(2...99 as ClosedRange<UInt8>))
      (server, otherServer) = (.octets(192, 0, 2, hosts[0]), .octets(192, 0, 2, hosts[1]))
      let net: (UInt8, UInt8, UInt8) =
        draw.chance(oneIn: 2) ? (198, 51, 100) : (203, 0, 113)
      client = .octets(net.0, net.1, net.2, hosts[2])
      otherClient = .octets(net.0, net.1, net.2, hosts[3])
    }
  }

  /// The packet from the scene's client, or with another end.
  func packet(isSYN: Bool, from source: Endpoint? = nil, to destination: Endpoint? = nil)
    -> ArrivingPacket
  {
    let tuple = FiveTuple(
      transport, from: source ?? Endpoint(client, self.source),
      to: destination ?? self.destination)
    return ArrivingPacket(tuple, isSYN: isSYN)
  }

  /// The socket of a row.
  func socket(_ row: DeliveryRow) -> ReceivingSocket {
    switch row {
    case .exact: alone(server)
    case .mapped: alone(server.mapped)
    case .otherAddress: alone(otherServer)
    case .wildcard: alone(.any)
    case .dualStack: alone(.any6)
    case .ipv6Only:
      ReceivingSocket(transport, local: Endpoint(.any6, port), isIPv6Only: true)
    case .otherPort: ReceivingSocket(transport, local: Endpoint(.any, otherPort))
    case .otherTransport:
      ReceivingSocket(transport == .tcp ? .udp : .tcp, local: destination)
    case .connection: connected(server, client, source)
    case .connectionOfOtherPort: connected(server, client, otherSource)
    case .connectionOfOtherClient: connected(server, otherClient, source)
    case .connectionOfOtherAddress: connected(otherServer, client, source)
    case .connectionOnOtherPort:
      ReceivingSocket(
        transport, local: Endpoint(server, otherPort), remote: Endpoint(client, source))
    }
  }

  private func alone(_ address: IPAddress) -> ReceivingSocket {
    ReceivingSocket(transport, local: Endpoint(address, port))
  }

  private func connected(
    _ local: IPAddress, _ remote: IPAddress, _ remotePort: PortNumber
  ) -> ReceivingSocket {
    ReceivingSocket(
      transport, local: Endpoint(local, port), remote: Endpoint(remote, remotePort))
  }
}
