/// Draws traces of a level.
struct SegmentDraw {
  private var draw: CaseDraw
  /// Both ends of the connection.
  let endpoints: (client: Endpoint, server: Endpoint)

  init(seed: UInt64, level: ExerciseLevel) {
    draw = CaseDraw(seed: seed, level: level, salt: 0x5E63_E417)
    let client = Endpoint(
      .octets(198, 51, 100, draw.number(in: 1...254)),
      // The seed's lowest bit, so that neighbouring seeds never give the same case.
      PortNumber(32768 + 2 * draw.number(in: 0...14115) + UInt16(seed & 1)))
    let server = Endpoint(
      .octets(192, 0, 2, draw.number(in: 1...254)), draw.pick([25, 80, 443, 5432, 8080], else: 443))
    endpoints = (client, server)
  }

  /// How a trace is asked about.
  enum Asked {
    /// Cells of the whole trace.
    case cells
    /// One number of it.
    case number
    /// Which segment comes next.
    case next
    /// How many bytes were sent, from the last number.
    case total
  }

  mutating func asked() -> Asked {
    switch draw.level {
    case .easy: draw.pick([.cells, .cells, .cells, .number, .number, .next], else: .cells)
    case .medium: draw.pick([.cells, .number, .next], else: .cells)
    case .hard: draw.pick([.cells, .cells, .number, .next, .total], else: .cells)
    }
  }

  /// A trace of the level.
  mutating func trace() -> SegmentCase {
    let (client, server) = endpoints
    switch draw.level {
    case .easy: return easy(SegmentCase(client: client, server: server))
    case .medium: return medium(client, server)
    case .hard: return hard(client, server)
    }
  }

  /// Some of the elements in their old order.
  mutating func some<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    let chosen = Set(draw.shuffle(Array(elements.indices)).prefix(count))
    return elements.indices.filter(chosen.contains).map { elements[$0] }
  }

  mutating func pick<Element>(_ elements: [Element], else fallback: Element) -> Element {
    draw.pick(elements, else: fallback)
  }

  mutating func shuffle<Element>(_ elements: [Element]) -> [Element] { draw.shuffle(elements) }

  private mutating func size() -> Int { draw.number(in: 2...400) }

  mutating func number(in range: ClosedRange<Int>) -> Int { draw.number(in: range) }

  mutating func side() -> ConnectionSide { draw.pick([.client, .server], else: .client) }

  private mutating func start() -> SegmentCase.Start {
    SegmentCase.Start(client: draw.number(in: 2...3000), server: draw.number(in: 2...3000))
  }

  // MARK: Easy

  private mutating func easy(_ begun: SegmentCase) -> SegmentCase {
    var trace = begun
    trace.handshake()
    guard !draw.chance(oneIn: 4) else { return trace }
    let side = side()
    trace.add(side, bytes: size())
    trace.answer(side.peer)
    return trace
  }

  // MARK: Medium

  private mutating func medium(_ client: Endpoint, _ server: Endpoint) -> SegmentCase {
    var open = SegmentCase(
      client: client, server: server, start: SegmentCase.Start(client: 1, server: 1))
    var fresh = SegmentCase(client: client, server: server)
    let side = side()
    switch draw.number(in: 0...3) {
    case 0:
      // A request, its reply with the ACK in it, and the first end's close.
      open.add(side, bytes: size())
      open.add(side.peer, bytes: size())
      open.add(side, call: "close()")
      open.answer(side.peer)
      return open
    case 1:
      open.add(side, bytes: size())
      open.answer(side.peer)
      open.add(side, call: "close()")
      open.answer(side.peer)
      open.add(side.peer, call: "close()")
      open.answer(side)
      return open
    case 2:
      open.add(side, bytes: size())
      open.add(side.peer, bytes: size(), call: "close()")
      // FIN and ACK in one segment: three instead of four.
      open.add(side, call: "close()")
      open.answer(side.peer)
      return open
    default:
      if draw.chance(oneIn: 2) {
        fresh.connect()
        fresh.refuse(.closedPort)
        return fresh
      }
      fresh.handshake()
      fresh.add(.client, bytes: size())
      fresh.add(.server, bytes: size())
      fresh.answer(.client)
      return fresh
    }
  }

  // MARK: Hard

  private mutating func hard(_ client: Endpoint, _ server: Endpoint) -> SegmentCase {
    var trace = SegmentCase(client: client, server: server, start: start())
    let side = side()
    switch draw.pick([0, 1, 1, 2, 3, 4, 4], else: 1) {
    case 0:
      trace.add(side, bytes: size())
      trace.answer(side.peer)
      trace.add(.client, call: "close()", isLeftInFlight: true)
      trace.add(.server, call: "close()", isLeftInFlight: true)
      trace.cross()
      trace.answer(.client)
      trace.answer(.server)
    case 1:
      // Half-close: one end has finished, the other goes on.
      trace.add(side, bytes: size(), call: "shutdown()")
      trace.answer(side.peer)
      trace.add(side.peer, bytes: size())
      trace.answer(side)
      trace.add(side.peer, call: "close()")
      trace.answer(side)
    case 2:
      trace.add(.server, bytes: size())
      trace.add(.client, bytes: size())
      trace.add(.client, bytes: size())
      trace.refuse(.restarted)
    case 3:
      trace.add(side, bytes: size())
      trace.answer(side.peer)
      trace.add(.client, bytes: size(), isLeftInFlight: true)
      trace.add(.server, bytes: size(), isLeftInFlight: true)
      trace.cross()
      trace.answer(.client)
      trace.answer(.server)
    default:
      // One ACK for several segments, then the close in three.
      trace.add(side, bytes: size())
      trace.add(side, bytes: size())
      trace.add(side.peer, bytes: size())
      trace.add(side, call: "close()")
      trace.add(side.peer, call: "close()")
      trace.answer(side)
    }
    return trace
  }
}
