/// An answer with its reason: what the second socket's `listen()` returns, and why.
enum ListenReason: CaseIterable {
  case okApart
  case okBothBound
  case okReuseAddress
  case okNotListening
  case okReusePort
  case busyListener
  case busyOneListener
  case busyBound
  case busyConnection
  case invalid

  /// The right one for two sockets that are bound; nil where they could not be.
  init?(_ sharing: PortSharing) {
    switch sharing {
    case .addressesApart: self = .okApart
    case .bothReuseAddress: self = .okNotListening
    case .bothReusePort: self = .okReusePort
    case .listener: self = .busyListener
    case .otherTransport, .otherPort, .noCommonOption, .otherUser: return nil
    }
  }

  /// The answer as it is offered.
  var text: String {
    switch self {
    case .okApart: "OK: the addresses do not overlap"
    case .okBothBound: "OK: after a bind() it always succeeds"
    case .okReuseAddress: "OK: both have SO_REUSEADDR, also for listening"
    case .okNotListening: "OK: both have SO_REUSEADDR, and A does not listen"
    case .okReusePort: "OK: both have SO_REUSEPORT"
    case .busyListener: "EADDRINUSE: A listens, SO_REUSEADDR is no help"
    case .busyOneListener: "EADDRINUSE: a port has one listener at most"
    case .busyBound: "EADDRINUSE: A is bound to the port as well"
    case .busyConnection: "EADDRINUSE: A's connection still uses the port"
    case .invalid: "EINVAL: B would have to bind again first"
    }
  }

  /// The answers for a case in a fixed order: the right one and the confusions that fit.
  static func offered(for pair: BindCase) -> [ListenReason] {
    let right = ListenReason(pair.sharing)
    return allCases.filter { $0 == right || $0.isTempting(in: pair) }
  }

  private func isTempting(in pair: BindCase) -> Bool {
    let common = pair.first.reuse.intersection(pair.second.reuse)
    switch self {
    case .okBothBound: return !pair.isAllowed
    case .okReuseAddress: return pair.first.isListening && common == .address
    case .okReusePort: return !pair.isAllowed && !common.contains(.port)
    case .okApart: return pair.words.isOverlap && pair.isAllowed
    case .okNotListening, .busyListener: return false
    case .busyOneListener: return pair.isAllowed && pair.first.isListening
    case .busyBound: return pair.isAllowed && pair.first.state == .closed
    case .busyConnection: return pair.isAllowed && pair.first.state == .established
    case .invalid: return true
    }
  }

  /// Why this answer is wrong for a case; its reason where it is right.
  func explanation(for pair: BindCase) -> String {
    let reason = pair.words.sentence
    if ListenReason(pair.sharing) == self { return reason }
    switch self {
    case .okApart:
      return pair.words.overlap
    case .okBothBound:
      return "listen() asks about the other sockets once more, and A has changed since. \(reason)"
    case .okReuseAddress:
      return pair.isAllowed
        ? "Beside a listener SO_REUSEADDR alone is no help; something else decides. \(reason)"
        : reason
    case .okReusePort:
      return pair.words.options
    case .okNotListening, .busyListener:
      return reason
    case .busyOneListener:
      return "Listeners may share a port where options or addresses allow it. \(reason)"
    case .busyBound, .busyConnection:
      return "Beside A, B could bind, and listen() asks no more than that. \(reason)"
    case .invalid:
      return "B is bound, and nothing else is needed before listen(). \(reason)"
    }
  }

  /// Both sockets, and a ▲ at what this answer overlooks, or at what decides.
  func figure(for pair: BindCase) -> [MarkedText] {
    let figure = BindFigure([("A", pair.first, false), ("B", pair.second, false)])
    switch self {
    case .okApart where pair.words.isOverlap:
      return figure.lines(.init(row: 1, column: .address, note: "overlaps with A"))
    case .invalid:
      return figure.lines(.init(row: 1, column: .state, note: "is bound"))
    case .okReusePort where pair.sharing != .bothReusePort:
      return figure.lines(.init(row: 1, column: .options, note: "no SO_REUSEPORT on both"))
    default:
      return figure.lines(pair.words.pointer())
    }
  }
}
