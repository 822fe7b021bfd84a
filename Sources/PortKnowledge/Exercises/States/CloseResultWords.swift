/// Why a call of a close history returns what it returns, and nothing else.
struct CloseResultWords {
  let history: CloseCase
  /// The index of the call.
  let call: Int
  /// What it returns.
  let result: CloseResult

  init(_ history: CloseCase, call: Int) {
    self.history = history
    self.call = call
    result = history.results[call]
  }

  /// What can be chosen, the right one among it.
  var choices: [Question.Option] {
    let figure = decidingFigure
    return offered.map {
      Question.Option(
        $0.description, isRight: $0 == result,
        explanation: $0 == result ? reason : objection(to: $0), figure: figure)
    }
  }

  /// Why the call returns that.
  var reason: String {
    switch operation {
    case .send: sendReason
    case .receive(let room): receiveReason(room)
    default: shutdownReason
    }
  }

  private func objection(to other: CloseResult) -> String {
    switch operation {
    case .send: sendObjection(to: other)
    case .receive(let room): receiveObjection(to: other, room)
    default: shutdownObjection(to: other)
    }
  }

  private var offered: [CloseResult] {
    switch operation {
    case .send: [.ok, .brokenPipe, .connectionReset, .notConnected]
    case .receive: offeredCounts + [.endOfStream, .nothingYet, .connectionReset, .brokenPipe]
    default: [.ok, .notConnected, .brokenPipe, .connectionReset]
    }
  }

  // MARK: The case before the call

  var operation: CloseCall.Operation { history.calls[call].operation }
  var side: ConnectionSide { history.calls[call].side }
  var peer: ConnectionSide { side.peer }
  var before: CloseHistory { history.stages[call] }
  var own: CloseEnd { before[side] }

  /// The reset before the call.
  var reset: CloseHistory.Reset? { before.reset }

  /// `call 3` for the index 2.
  static func name(_ index: Int) -> String { "call \(index + 1)" }

  /// The call that sent this end's FIN before this one.
  var ownFIN: String? {
    own.hasEnded ? history.fin(of: side).map(Self.name) : nil
  }

  /// The call that sent the peer's FIN before this one.
  var peerFIN: String? {
    before[peer].hasEnded ? history.fin(of: peer).map(Self.name) : nil
  }

  /// The call of this end that has already reported the RST.
  var reporter: Int? {
    (0..<call).last {
      history.calls[$0].side == side
        && (history.results[$0] == .connectionReset
          || history.stages[$0][side].pendingError == .brokenPipe
            && history.results[$0] == .brokenPipe)
    }
  }

  /// The last send() of the peer before this call that did arrive.
  var lastArrival: (call: Int, count: Int)? {
    for index in (0..<call).reversed() where history.calls[index].side == peer {
      let gained = history.stages[index + 1][side].unread - history.stages[index][side].unread
      if gained > 0 { return (index, gained) }
    }
    return nil
  }

  // MARK: Figure

  private var decidingFigure: [MarkedText] {
    let figure = history.figure
    func pointing(at index: Int?, _ note: String) -> [MarkedText] {
      index.map { figure.lines(pointingAt: $0, note: note) } ?? []
    }
    switch result {
    case .bytes(let count) where count < own.unread:
      return pointing(at: call, "\(CloseResult.bytes(own.unread)) waiting, room for \(count)")
    case .bytes:
      return pointing(at: lastArrival?.call, "arrived before call \(call + 1)")
    case .endOfStream where own.hasPeerEnded:
      return pointing(at: history.fin(of: peer), "the \(peer)'s FIN")
    case .endOfStream:
      return pointing(at: reporter, "ECONNRESET, once")
    case .brokenPipe where own.hasEnded && own.pendingError == nil:
      return pointing(at: history.fin(of: side), "the \(side)'s FIN")
    case .brokenPipe, .connectionReset:
      return pointing(at: reset?.call, "RST")
    case .notConnected:
      return pointing(at: reset?.call ?? history.secondFIN, reset == nil ? "second FIN" : "RST")
    case .ok:
      guard case .send = operation, own.state == .closeWait else { return [] }
      return pointing(at: history.fin(of: peer), "the \(peer)'s FIN")
    case .nothingYet:
      return []
    }
  }
}
