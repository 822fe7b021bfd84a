/// Draws what happens to a listener.
struct BacklogDraw {
  /// What makes a case special.
  enum Scenario: Hashable {
    /// Nobody calls `accept()`.
    case idle
    /// The first clients are accepted, then no more.
    case acceptedFirst
    /// Clients, `accept()`, more clients.
    case inBetween
    /// The same twice.
    case twoRounds
    /// A backlog above somaxconn.
    case capped
    /// A backlog below 0, in C.
    case negative
    /// A backlog below 0, in Python.
    case negativeInPython
    /// `listen()` twice.
    case listensAgain
    /// A client closes before it is accepted.
    case closes
    /// Lost SYNs are sent again after `accept()` has made room.
    case sendsAgain
  }

  private var draw: CaseDraw

  init(_ draw: CaseDraw) {
    self.draw = draw
  }

  /// The draw after what was taken from it.
  var rest: CaseDraw { draw }

  /// A case of a scenario.
  ///
  /// The lowest bit of the listener's port is the seed's.
  mutating func backlogCase(_ scenario: Scenario) -> BacklogCase {
    let host = draw.number(in: UInt8(10)...99)
    let network = draw.pick(
      [IPAddress.octets(192, 0, 2, host), .octets(198, 51, 100, host)],
      else: .octets(203, 0, 113, host))
    let port = PortNumber(8000 + 2 * draw.number(in: UInt16(0)...499) + UInt16(draw.seed & 1))
    return BacklogCase(server: Endpoint(network, port), events: events(scenario))
  }

  private mutating func events(_ scenario: Scenario) -> [BacklogCase.Event] {
    switch scenario {
    case .idle:
      let backlog = draw.number(in: 0...4)
      // More often one or two too many than room for all.
      let clients = max(1, backlog + draw.pick([-1, 1, 2, 2, 3, 3], else: 2))
      return [.listen(backlog), .connect(clients)]
    case .acceptedFirst:
      let backlog = draw.number(in: 0...4)
      let accepts = draw.number(in: 1...min(3, backlog + 1))
      let more = backlog + draw.pick([0, 1, 2, 2, 3], else: 2)
      return [.listen(backlog), .connect(accepts), .accept(accepts), .connect(max(1, more))]
    case .inBetween:
      let backlog = draw.number(in: 1...4)
      let first = draw.number(in: 2...backlog + 1)
      let accepts = draw.number(in: 1...first - 1)
      let room = backlog + 1 - first + accepts
      let more = max(1, min(room + draw.pick([-1, 0, 1, 1, 2], else: 1), 10 - first))
      return [.listen(backlog), .connect(first), .accept(accepts), .connect(more)]
    case .twoRounds: return twoRounds()
    case .capped:
      let backlog = draw.pick([4097, 5000, 8192, 10_000, 65_535, 100_000], else: 5000)
      return [.listen(backlog), .connect(draw.number(in: 1...4))]
    case .negative:
      return [.listen(-draw.number(in: 1...5)), .connect(draw.number(in: 2...5))]
    case .negativeInPython:
      let backlog = -draw.number(in: 1...5)
      return [.listen(backlog, isPython: true), .connect(draw.number(in: 2...4))]
    case .listensAgain: return listensAgain()
    case .closes: return closes()
    case .sendsAgain:
      // Never more than there is room for afterwards: SYNs that come at once are no arithmetic.
      let backlog = draw.number(in: 0...3)
      let accepts = draw.number(in: 1...backlog + 1)
      let lost = draw.number(in: 1...min(3, accepts))
      return [.listen(backlog), .connect(backlog + 1 + lost), .accept(accepts), .sendAgain]
    }
  }

  private mutating func twoRounds() -> [BacklogCase.Event] {
    let backlog = draw.number(in: 1...3)
    let first = draw.number(in: 2...backlog + 1)
    let firstAccepts = draw.number(in: 1...first)
    let second = max(1, backlog + 1 - first + firstAccepts - draw.number(in: 0...1))
    let waiting = first - firstAccepts + second
    let secondAccepts = draw.number(in: 1...min(2, waiting))
    let room = backlog + 1 - waiting + secondAccepts
    let third = max(1, min(room + draw.number(in: 0...2), 10 - first - second))
    return [
      .listen(backlog), .connect(first), .accept(firstAccepts), .connect(second),
      .accept(secondAccepts), .connect(third),
    ]
  }

  private mutating func listensAgain() -> [BacklogCase.Event] {
    if draw.chance(oneIn: 2) {
      let backlog = draw.number(in: 0...2)
      let larger = backlog + draw.number(in: 1...3)
      let clients = backlog + 1
      return [
        .listen(backlog), .connect(clients), .listen(larger),
        .connect(larger - backlog + draw.number(in: 0...2)),
      ]
    }
    let smaller = draw.number(in: 0...2)
    let backlog = smaller + draw.number(in: 1...3)
    // Sometimes more wait already than the new backlog allows, sometimes one place is left.
    let clients = smaller + draw.number(in: 0...backlog - smaller)
    return [
      .listen(backlog), .connect(max(1, clients)), .listen(smaller),
      .connect(draw.number(in: 1...3)),
    ]
  }

  private mutating func closes() -> [BacklogCase.Event] {
    let backlog = draw.number(in: 0...3)
    if draw.chance(oneIn: 4) {
      // One that got no answer gives up, and others still wait.
      let clients = backlog + draw.number(in: 3...4)
      let client = draw.number(in: backlog + 1...clients - 1)
      return [.listen(backlog), .connect(clients), .close(client: client)]
    }
    let client = draw.number(in: 0...backlog)
    return [
      .listen(backlog), .connect(backlog + 1), .close(client: client),
      .connect(draw.number(in: 1...2)),
    ]
  }
}
