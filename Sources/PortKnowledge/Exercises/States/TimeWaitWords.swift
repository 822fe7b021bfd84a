/// Who is in TIME-WAIT at the end of a close history, and why nobody else is.
struct TimeWaitWords {
  /// Who could be.
  private enum Holder: CaseIterable {
    case client
    case server
    case both
    case nobody

    init(_ side: ConnectionSide?) {
      switch side {
      case .client: self = .client
      case .server: self = .server
      case nil: self = .nobody
      }
    }

    var text: String {
      switch self {
      case .client: "the client's row"
      case .server: "the server's row"
      case .both: "the rows of both"
      case .nobody: "no row"
      }
    }

    var side: ConnectionSide? {
      switch self {
      case .client: .client
      case .server: .server
      case .both, .nobody: nil
      }
    }
  }

  private let history: CloseCase
  private let right: Holder

  init(_ history: CloseCase) {
    self.history = history
    right = Holder(history.end.timeWaitHolder)
  }

  /// Everybody as an option, always in the same order.
  var options: [Question.Option] {
    let figure = self.figure
    return Holder.allCases.map {
      Question.Option(
        $0.text, isRight: $0 == right, explanation: $0 == right ? reason : objection(to: $0),
        figure: figure)
    }
  }

  private var figure: [MarkedText] {
    if let reset = history.end.reset {
      return history.figure.lines(pointingAt: reset.call, note: "RST: no TIME-WAIT")
    }
    guard let first = history.firstFIN else { return [] }
    return history.figure.lines(pointingAt: first, note: "first FIN")
  }

  /// Why the holder holds it, or why nobody does.
  var reason: String {
    if history.end.reset != nil {
      return "A connection that an RST ends leaves no TIME-WAIT. " + history.resetSentence
    }
    guard let side = right.side, let first = history.firstFIN, let second = history.secondFIN
    else { return "Only one FIN was sent, so the connection is half closed and nobody waits yet." }
    return "The \(side) sent the first FIN (call \(first + 1)), the \(side.peer) the second "
      + "(call \(second + 1)). Whoever ends first waits, client or server."
  }

  private func objection(to other: Holder) -> String {
    if history.end.reset != nil {
      return "An RST ends it without waiting. " + history.resetSentence
    }
    guard let side = right.side, let first = history.firstFIN, let second = history.secondFIN
    else { return reason }
    switch other {
    case .both:
      return "Both wait only where their FINs cross. Here the one of call \(second + 1) was sent "
        + "after the one of call \(first + 1) had come."
    case .nobody:
      return "Both FINs were sent and no RST: the \(side), who ended first (call \(first + 1)), "
        + "keeps a row for about 60 s."
    case .client, .server:
      return
        "The \(side.peer) sent the second FIN (call \(second + 1)): from LAST-ACK its row goes "
        + "at once."
    }
  }
}
