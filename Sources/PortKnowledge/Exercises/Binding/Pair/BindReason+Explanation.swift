extension BindReason {
  /// Why this answer is wrong for a case; its reason where it is right.
  func explanation(for bind: BindCase) -> String {
    let words = bind.words
    if BindReason(bind.sharing) == self { return words.sentence }
    let first = bind.first
    let second = bind.second
    switch self {
    case .okApart:
      return words.overlap
    case .okNotEqual:
      return "Not the same, but they overlap. \(words.overlap)"
    case .okOtherTransport:
      return "Both are \(first.transport.name), so they draw on the same 65,536 numbers."
    case .okOtherPort:
      return "Both are about port \(second.port)."
    case .okBothReusePort where bind.sharing == .otherUser:
      return words.sentence
    case .okBothReuseAddress, .okBothReusePort:
      return words.options
    case .okNewReuseAddress:
      return "Linux asks the old socket too, and A does not have SO_REUSEADDR."
    case .okDespiteListener:
      return "On Linux SO_REUSEADDR lets TCP sockets bind beside old connections, never beside a "
        + "listener: A is in LISTEN."
    case .okNobodyListens:
      return "A has the port whether it listens or not: it is \(words.oldState). \(words.options)"
    case .okProgramGone:
      return "The kernel keeps a row in \(first.state.ssName), and its port, after the program has "
        + "ended. \(words.options)"
    case .busyNothingCommon:
      return bind.isAllowed ? "Nothing stands in the way. \(words.sentence)" : words.sentence
    case .busyListener:
      return first.isListening
        ? "A listens, but that is not what decides. \(words.sentence)"
        : "A does not listen: it is \(words.oldState). \(words.sentence)"
    case .busyOtherUser:
      return words.sentence
    case .busySameNumber:
      return "The number alone decides nothing; protocol, address and options count as well. "
        + words.sentence
    case .busyTimeWait:
      return "TIME-WAIT hinders a bind() only where the options do not allow it. \(words.sentence)"
    case .busyIPv4Too:
      return words.sentence
    case .busyLate:
      return "What counts is which options A has when B calls bind(), not when it set them. "
        + words.sentence
    case .busyOpenConnection:
      return "A connection hinders a bind() only where the options do not allow it. "
        + words.sentence
    case .busyTimeWaitAlone:
      return "SO_REUSEADDR counts beside every socket that does not listen. \(words.sentence)"
    case .busyTwoServers:
      return "SO_REUSEPORT is made for that: the kernel spreads the clients over the listeners. "
        + words.sentence
    case .accessDenied:
      return "EACCES is about the right to bind a port below 1024. \(second.port) is above, and "
        + "whose program has a port never leads to EACCES."
    case .notAvailable:
      return "EADDRNOTAVAIL says that the machine does not have the address at all. "
        + "\(second.local.address) is one it can use."
    }
  }

  /// Both sockets, and a ▲ at what this answer overlooks, or at what decides.
  func figure(for bind: BindCase) -> [MarkedText] {
    bind.figure.lines(pointer(for: bind))
  }

  private func pointer(for bind: BindCase) -> BindFigure.Pointer {
    switch self {
    case .okApart where bind.words.isOverlap, .okNotEqual where bind.words.isOverlap:
      return .init(row: 1, column: .address, note: "overlaps with A")
    case .okOtherTransport where bind.sharing != .otherTransport:
      return .init(row: 1, column: .transport, note: "the same")
    case .okOtherPort where bind.sharing != .otherPort:
      let start = "\(Endpoint(bind.second.local.address, 0))".utf8.count - 1
      return .init(row: 1, column: .address, offset: start, note: "the same port")
    case .okNewReuseAddress:
      return .init(row: 0, column: .options, note: "no SO_REUSEADDR here")
    case .okNobodyListens, .okProgramGone:
      return .init(row: 0, column: .state, note: "has the port")
    case .accessDenied:
      let start = "\(Endpoint(bind.second.local.address, 0))".utf8.count - 1
      return .init(row: 1, column: .address, offset: start, note: "not below 1024")
    case .notAvailable:
      return .init(row: 1, column: .address, note: "the machine has it")
    default:
      return bind.words.pointer()
    }
  }
}
