/// Draws close histories of a level for what is asked about them.
struct CloseDraw {
  private var draw: CaseDraw

  /// What a question asks about a history.
  enum Asked: Hashable {
    /// What the last call returns.
    case lastResult
    /// What up to three of the calls return.
    case results
    /// The rows of both ends.
    case rows
    /// Who is in TIME-WAIT.
    case timeWait
  }

  init(seed: UInt64, level: ExerciseLevel) {
    draw = CaseDraw(seed: seed, level: level, salt: 0xC105_E417)
  }

  /// What is asked this time.
  mutating func asked() -> Asked {
    switch draw.level {
    case .easy: draw.pick([.rows, .rows, .rows, .lastResult, .lastResult, .timeWait], else: .rows)
    case .medium: draw.pick([.rows, .rows, .lastResult, .lastResult, .timeWait], else: .rows)
    case .hard: draw.pick([.rows, .lastResult, .results, .results, .timeWait], else: .rows)
    }
  }

  /// A history about which that can be asked at this level.
  mutating func history(for asked: Asked) -> CloseCase {
    let client = Endpoint(.octets(198, 51, 100, draw.number(in: 1...254)), clientPort())
    let server = Endpoint(
      .octets(192, 0, 2, draw.number(in: 1...254)), draw.pick(Self.serverPorts, else: 443))
    var calls: [CloseCall] = []
    // Most draws fit after a few attempts; so many are practically always enough.
    for _ in 0..<64 {
      calls = candidate(for: asked)
      if fits(CloseHistory(calls), calls, asked) {
        return CloseCase(client: client, server: server, calls: calls)
      }
    }
    return CloseCase(client: client, server: server, calls: Self.classic(asked, draw.level))
  }

  /// The elements in another order.
  mutating func shuffle<Element>(_ elements: [Element]) -> [Element] { draw.shuffle(elements) }

  private static let serverPorts: [PortNumber] = [
    22, 25, 80, 143, 443, 993, 3306, 5432, 6379, 8080,
  ]

  /// An ephemeral port with the seed's lowest bit, so that neighbours are never the same case.
  private mutating func clientPort() -> PortNumber {
    PortNumber(32768 + 2 * draw.number(in: 0...14115) + UInt16(draw.seed & 1))
  }

  // MARK: Calls

  private mutating func candidate(for asked: Asked) -> [CloseCall] {
    let count =
      switch draw.level {
      case .easy: draw.number(in: 2...3)
      case .medium: draw.number(in: 3...5)
      case .hard: draw.chance(oneIn: 8) ? 7 : draw.number(in: 4...6)
      }
    var history = CloseHistory()
    var calls: [CloseCall] = []
    var last: [ConnectionSide: (kind: Int, result: CloseResult)] = [:]
    while calls.count < count {
      let isLast = calls.count == count - 1
      let mayClose = !(isLast && asked == .lastResult)
      guard let call = nextCall(history, mayClose: mayClose) else { break }
      let result = history.perform(call)
      // The same again teaches nothing: give this attempt up.
      if last[call.side]?.kind == call.kind, last[call.side]?.result == result { return [] }
      last[call.side] = (call.kind, result)
      calls.append(call)
    }
    return calls
  }

  /// A call that somebody could make now; nil where both programs have closed.
  private mutating func nextCall(_ history: CloseHistory, mayClose: Bool) -> CloseCall? {
    let open = ConnectionSide.allCases.filter { history[$0].isOpen }
    guard let first = open.first else { return nil }
    let side = draw.pick(open, else: first)
    let end = history[side]
    let level = draw.level
    if level > .easy, draw.chance(oneIn: 2), let call = classicCall(side, history, mayClose) {
      return call
    }
    for _ in 0..<8 {
      switch draw.number(in: 0...11) {
      case 0...2:
        if level == .easy, end.hasEnded || history.firstToEnd != nil { continue }
        return CloseCall(side, .send(draw.number(in: 2...20)))
      case 3...6:
        // A recv() that only finds nothing teaches nothing, most of the time.
        let findsNothing = end.isConnected && end.unread == 0 && !end.hasPeerEnded
        if findsNothing, !draw.chance(oneIn: 8) { continue }
        return CloseCall(side, .receive(upTo: size(unread: end.unread)))
      case 7...8:
        if end.hasEnded && end.isConnected || level == .easy && end.hasEnded { continue }
        if !end.isConnected, level != .hard { continue }
        return CloseCall(side, .shutdownWriting)
      default:
        guard mayClose else { continue }
        if level == .easy, end.unread > 0 { continue }
        let isAbort = level != .easy && end.isConnected && draw.chance(oneIn: 6)
        return CloseCall(side, isAbort ? .abort : .close)
      }
    }
    return CloseCall(side, .receive(upTo: 100))
  }

  /// The call with which people go wrong here: close() before reading, or send() to a closed end.
  private mutating func classicCall(
    _ side: ConnectionSide, _ history: CloseHistory, _ mayClose: Bool
  ) -> CloseCall? {
    let end = history[side]
    guard end.isConnected else { return nil }
    if end.unread > 0, mayClose { return CloseCall(side, .close) }
    if end.state == .closeWait, !history[side.peer].isOpen {
      return CloseCall(side, .send(draw.number(in: 2...20)))
    }
    return nil
  }

  /// Room for everything, but on higher levels now and then for less.
  private mutating func size(unread: Int) -> Int {
    guard draw.level != .easy, unread > 2, draw.chance(oneIn: 3) else { return 100 }
    return draw.number(in: 1...unread - 1)
  }

  // MARK: Which history fits

  private func fits(_ history: CloseHistory, _ calls: [CloseCall], _ asked: Asked) -> Bool {
    guard let last = calls.last, calls.count >= (draw.level == .hard ? 4 : 2) else { return false }
    switch asked {
    case .rows: return fitsRows(history, calls)
    case .lastResult: return fitsResult(history, calls, last)
    case .results: return fitsResults(history, calls)
    case .timeWait:
      let areBothEnded = history.client.hasEnded && history.server.hasEnded
      switch draw.level {
      case .easy: return areBothEnded
      case .medium: return areBothEnded || history.reset != nil
      case .hard: return history.firstToEnd != nil && (areBothEnded || history.reset != nil)
      }
    }
  }

  private func fitsRows(_ history: CloseHistory, _ calls: [CloseCall]) -> Bool {
    let areHalfClosed = calls.contains { $0.operation == .shutdownWriting }
    switch draw.level {
    case .easy: return history.firstToEnd != nil
    case .medium: return history.reset != nil || history.firstToEnd != nil && areHalfClosed
    case .hard: return history.firstToEnd != nil && (history.reset != nil || areHalfClosed)
    }
  }

  private func fitsResult(
    _ history: CloseHistory, _ calls: [CloseCall], _ last: CloseCall
  ) -> Bool {
    let isReceive = if case .receive = last.operation { true } else { false }
    guard !last.isClosing, let result = history.results.last else { return false }
    switch draw.level {
    case .easy: return isReceive && (history.firstToEnd != nil || result != .nothingYet)
    case .medium:
      return history.firstToEnd != nil && last.operation != .shutdownWriting
        || history.reset != nil
    case .hard: return history.reset != nil && history.firstToEnd != nil
    }
  }

  private func fitsResults(_ history: CloseHistory, _ calls: [CloseCall]) -> Bool {
    let asked = Self.askedCalls(calls)
    let results = asked.map { history.results[$0] }
    return asked.count == 3 && Set(results).count > 1 && results.contains { $0.errorName != nil }
      && history.results.count { $0 == .nothingYet } < 2
  }

  /// The calls whose results are asked: the last three that are not close().
  static func askedCalls(_ calls: [CloseCall]) -> [Int] {
    Array(calls.indices.filter { !calls[$0].isClosing }.suffix(3))
  }

  /// A history that always fits.
  private static func classic(_ asked: Asked, _ level: ExerciseLevel) -> [CloseCall] {
    switch (asked, level) {
    case (.lastResult, .easy):
      [CloseCall(.client, .close), CloseCall(.server, .receive(upTo: 100))]
    case (_, .easy): [CloseCall(.client, .close), CloseCall(.server, .close)]
    default:
      [
        CloseCall(.client, .close), CloseCall(.server, .receive(upTo: 100)),
        CloseCall(.server, .send(5)), CloseCall(.server, .send(5)),
      ]
    }
  }
}

extension CloseCall {
  /// The same number for two calls of one kind.
  fileprivate var kind: Int {
    switch operation {
    case .send: 0
    case .receive: 1
    case .shutdownWriting: 2
    case .close: 3
    case .abort: 4
    }
  }
}
