/// Draws a router, hosts on both sides of it, and their packets.
struct NATDraw {
  private(set) var draw: CaseDraw
  /// The hosts inside: private addresses (RFC 1918), all different.
  let hosts: [IPAddress]
  /// A server outside.
  let server: Endpoint
  /// Another server, at another address.
  let otherServer: Endpoint
  /// A source port; its lowest bit is the seed's.
  let port: PortNumber
  /// The router's address on the outside.
  let address: IPAddress
  /// The ports that the router takes where it cannot keep one.
  let spare: ClosedRange<PortNumber>

  /// Services outside.
  private static let services: [PortNumber] = [22, 80, 443, 993, 5432, 8443]

  /// The hosts and ports of a seed.
  ///
  /// The first server may be asked to be one of the web, which speaks TCP and UDP on one port.
  init(_ source: CaseDraw, isWeb: Bool) {
    var draw = source
    hosts = draw.pick(3, of: Array(UInt8(2)...99)).map { .octets(10, 0, 0, $0) }
    let outside = draw.pick(2, of: Array(UInt8(10)...99))
    let others = draw.pick(2, of: Self.services.filter { $0 != 443 })
    let services = isWeb || draw.chance(oneIn: 3) ? [443, others[1]] : others
    server = Endpoint(.octets(192, 0, 2, outside[0]), services[0])
    otherServer = Endpoint(.octets(192, 0, 2, outside[1]), services[1])
    port = PortNumber(50_000 + 2 * draw.number(in: UInt16(0)...5000) + UInt16(draw.seed & 1))
    address = .octets(203, 0, 113, draw.number(in: UInt8(10)...99))
    let lowest = draw.pick([UInt16(20_000), 30_000, 40_000], else: 40_000)
    spare = PortNumber(lowest)...PortNumber(lowest + 99)
    self.draw = draw
  }

  /// A router without entries.
  func router(forwards: [NATTable.Forward] = []) -> NATTable {
    NATTable(address: address, range: spare, forwards: forwards)
  }

  /// A host inside with the source port, moved by an offset.
  func inside(_ host: Int, offset: UInt16 = 0) -> Endpoint {
    Endpoint(hosts[host], PortNumber(port.rawValue + offset))
  }

  /// The router's address with a port.
  func outside(_ port: PortNumber) -> Endpoint { Endpoint(address, port) }

  /// A number of a range.
  mutating func number(_ range: ClosedRange<UInt16>) -> UInt16 { draw.number(in: range) }

  /// One of the elements; the fallback only where there are none.
  mutating func pick<Element>(_ elements: [Element], else fallback: Element) -> Element {
    draw.pick(elements, else: fallback)
  }

  /// The elements in another order.
  mutating func shuffle<Element>(_ elements: [Element]) -> [Element] { draw.shuffle(elements) }
}
