/// The endpoints of a story of calls on one machine.
extension SocketCalls.Places {
  private static let own: [PortNumber] = [5000, 7000, 8000, 8080, 8888]

  /// Endpoints on 127.0.0.1; the lowest bit of two ports is the seed's, so that neighbouring seeds
  /// never give the same case.
  init(from draw: inout CaseDraw) {
    let server = PortNumber(9000 + 2 * draw.number(in: UInt16(0)...400) + UInt16(draw.seed & 1))
    self.init(
      local: Endpoint(.loopback, draw.pick(Self.own, else: 8080)),
      server: Endpoint(.loopback, server),
      closed: Endpoint(.loopback, PortNumber(server.rawValue + 10)))
  }
}
