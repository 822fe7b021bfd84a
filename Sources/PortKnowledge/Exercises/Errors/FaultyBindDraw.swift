/// Draws a bind() with chosen faults, and with what looks like one and is none.
struct FaultyBindDraw {
  private static let lowPorts: [PortNumber] = [25, 53, 80, 110, 143, 389, 443, 636, 993]

  /// A case with just these faults.
  ///
  /// The lowest bit of a port is the seed's, so that neighbouring seeds never give the same case.
  static func make(
    _ faults: Set<BindFault>, isIPv6: Bool = false, decoys: Bool, from draw: inout CaseDraw
  ) -> FaultyBind {
    let host: [IPAddress] =
      isIPv6 ? [.loopback6] : [.octets(192, 0, 2, draw.number(in: 2...250)), .loopback]
    let foreign: IPAddress =
      isIPv6
      ? .v6(0x2001_0DB8_0000_0000, draw.number(in: 1...0xFFF))
      : .octets(198, 51, 100, draw.number(in: 1...254))
    let isLow = faults.contains(.portPrivileged)
    let high = PortNumber(4000 + 2 * draw.number(in: UInt16(0)...2900) + UInt16(draw.seed & 1))
    let port = isLow ? draw.pick(lowPorts, else: 80) : high
    var address = faults.contains(.addressNotLocal) ? foreign : host[0]
    if decoys, !faults.contains(.addressNotLocal), !isIPv6, draw.chance(oneIn: 3) { address = .any }
    let transport: TransportProtocol = draw.chance(oneIn: 3) ? .udp : .tcp
    var made = FaultyBind(
      transport: transport, wanted: Endpoint(address, port), hostAddresses: host)
    if faults.contains(.alreadyBound) {
      made.ownEndpoint = Endpoint(host[0], PortNumber(high.rawValue + 10))
    }
    if faults.contains(.portTaken) {
      // Where the address is foreign, only a wildcard can overlap with it.
      let wildcard: IPAddress = isIPv6 ? .any6 : .any
      let isWide = address == foreign || draw.chance(oneIn: 2)
      made.holder = (transport, Endpoint(isWide ? wildcard : host[0], port))
      made.hasReuseAddress = decoys && made.ownEndpoint == nil && draw.chance(oneIn: 2)
    } else if decoys, !isLow, !isIPv6, draw.chance(oneIn: 5) {
      // A low port that this program may bind, or the first that everybody may.
      let isRoot = draw.chance(oneIn: 2)
      made.user = isRoot ? 0 : 1000
      made.wanted.port = isRoot ? draw.pick(lowPorts, else: 80) : 1024
    } else if decoys, !isLow {
      made.holder = decoy(made, foreign: foreign, &draw)
    }
    // Whoever sees no low port should still see the seed's bit.
    if isLow, made.ownEndpoint == nil, made.holder == nil {
      made.user = 1000 + 2 * draw.number(in: 0...40) + Int(draw.seed & 1)
    }
    return made
  }

  /// A socket A that is not in the way: another protocol, another address or another port.
  private static func decoy(
    _ made: FaultyBind, foreign: IPAddress, _ draw: inout CaseDraw
  ) -> (transport: TransportProtocol, endpoint: Endpoint)? {
    let other: TransportProtocol = made.transport == .tcp ? .udp : .tcp
    let port = made.wanted.port
    switch draw.number(in: 0...2) {
    case 0:
      let wide: IPAddress = made.isIPv6 ? .any6 : .any
      return (other, Endpoint(wide, port))
    case 1 where !made.isIPv6 && !made.wanted.address.isWildcard:
      return (made.transport, Endpoint(.loopback, port))
    default:
      return (
        made.transport, Endpoint(made.hostAddresses[0], PortNumber(port.rawValue + 1))
      )
    }
  }
}
