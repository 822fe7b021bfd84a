/// Draws the addresses and ports of a client that opens many connections.
struct CountDraw {
  private(set) var draw: CaseDraw

  init(_ draw: CaseDraw) {
    self.draw = draw
  }

  /// A case with so many of each; a small range where `ports` is given, else the default one.
  ///
  /// The lowest bit of the first destination's address is the seed's.
  mutating func countCase(
    sources: Int = 1, ports: Int? = nil, addresses: Int = 1, destinationPorts: Int = 1
  ) -> CountCase {
    let client = draw.number(in: UInt8(10)...90)
    let server = 10 + 2 * draw.number(in: UInt8(0)...40) + UInt8(draw.seed & 1)
    let known: [PortNumber] = [80, 443, 8080, 8443]
    let targets = draw.pick(destinationPorts, of: known).sorted()
    return CountCase(
      sources: (0..<sources).map { .octets(192, 0, 2, client + UInt8($0)) },
      ports: ports.map { range(of: $0) } ?? PortFacts.linuxEphemeralRange,
      destinationAddresses: (0..<addresses).map { .octets(203, 0, 113, server + UInt8($0)) },
      destinationPorts: targets)
  }

  /// So many ports in a row, inside the default range.
  private mutating func range(of count: Int) -> ClosedRange<PortNumber> {
    let lowest = draw.number(in: UInt16(33_000)...60_000)
    return PortNumber(lowest)...PortNumber(lowest + UInt16(count) - 1)
  }

  /// A number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int { draw.number(in: range) }

  /// One of the elements; the fallback only where there are none.
  mutating func pick<Element>(_ elements: [Element], else fallback: Element) -> Element {
    draw.pick(elements, else: fallback)
  }

  /// So many of the elements in another order.
  mutating func pick<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    draw.pick(count, of: elements)
  }

  /// The elements in another order.
  mutating func shuffle<Element>(_ elements: [Element]) -> [Element] { draw.shuffle(elements) }
}
