/// An answer with its reason: what the second `bind()` returns, and why.
///
/// For every case exactly one is right. Others that would claim something true of the case, with
/// the same outcome, are not offered.
enum BindReason: CaseIterable {
  case okApart
  case okNotEqual
  case okOtherTransport
  case okOtherPort
  case okBothReuseAddress
  case okNewReuseAddress
  case okDespiteListener
  case okBothReusePort
  case okNobodyListens
  case okProgramGone
  case busyNothingCommon
  case busyListener
  case busyOtherUser
  case busySameNumber
  case busyTimeWait
  case busyIPv4Too
  case busyLate
  case busyOpenConnection
  case busyTimeWaitAlone
  case busyTwoServers
  case accessDenied
  case notAvailable

  /// The right one for a case.
  init(_ sharing: PortSharing) {
    switch sharing {
    case .otherTransport: self = .okOtherTransport
    case .otherPort: self = .okOtherPort
    case .addressesApart: self = .okApart
    case .bothReuseAddress: self = .okBothReuseAddress
    case .bothReusePort: self = .okBothReusePort
    case .noCommonOption: self = .busyNothingCommon
    case .listener: self = .busyListener
    case .otherUser: self = .busyOtherUser
    }
  }

  /// What it says `bind()` returns.
  var outcome: String {
    switch self {
    case .okApart, .okNotEqual, .okOtherTransport, .okOtherPort, .okBothReuseAddress,
      .okNewReuseAddress, .okDespiteListener, .okBothReusePort, .okNobodyListens, .okProgramGone:
      "OK"
    case .busyNothingCommon, .busyListener, .busyOtherUser, .busySameNumber, .busyTimeWait,
      .busyIPv4Too, .busyLate, .busyOpenConnection, .busyTimeWaitAlone, .busyTwoServers:
      "EADDRINUSE"
    case .accessDenied: "EACCES"
    case .notAvailable: "EADDRNOTAVAIL"
    }
  }

  /// The answer as it is offered.
  func text(for bind: BindCase) -> String {
    "\(outcome): \(claim(for: bind))"
  }

  private func claim(for bind: BindCase) -> String {
    switch self {
    case .okApart: "the addresses do not overlap"
    case .okNotEqual: "the addresses are not the same"
    case .okOtherTransport: "TCP and UDP have ports of their own"
    case .okOtherPort: "the ports differ"
    case .okBothReuseAddress:
      bind.first.transport == .udp
        ? "both have SO_REUSEADDR" : "both have SO_REUSEADDR, and A does not listen"
    case .okNewReuseAddress: "it is enough that B has SO_REUSEADDR"
    case .okDespiteListener: "with SO_REUSEADDR two servers can share"
    case .okBothReusePort: "both have SO_REUSEPORT"
    case .okNobodyListens: "A does not listen, so the port is free"
    case .okProgramGone: "A's program has ended, so the port is free"
    case .busyNothingCommon:
      bind.first.reuse.isEmpty && bind.second.reuse.isEmpty
        ? "they overlap, and no option is set"
        : "they overlap, and no option is on both"
    case .busyListener: "beside a listener SO_REUSEADDR is no help"
    case .busyOtherUser: "SO_REUSEPORT works within one user only"
    case .busySameNumber: "a port can be bound only once"
    case .busyTimeWait: "nothing binds while A is in TIME-WAIT"
    case .busyIPv4Too: ":: stands for IPv4 addresses too"
    case .busyLate: "A set its option too late"
    case .busyOpenConnection: "A's connection is not over yet"
    case .busyTimeWaitAlone: "SO_REUSEADDR is for TIME-WAIT alone"
    case .busyTwoServers: "two servers never share a port"
    case .accessDenied: "the port belongs to another program"
    case .notAvailable: "A has that address already"
    }
  }

  /// The answers for a case: the right one, and so many that people give for such a case.
  static func offered(
    for bind: BindCase, wrong count: Int, from draw: inout CaseDraw
  ) -> [BindReason] {
    let right = BindReason(bind.sharing)
    let tempting = draw.shuffle(allCases.filter { $0 != right && $0.isTempting(in: bind) })
    let others = draw.shuffle(
      allCases.filter { $0 != right && $0.isPlausible(in: bind) && !tempting.contains($0) })
    let pool = tempting + others
    let opposite = right.outcome == "OK" ? "EADDRINUSE" : "OK"
    // One of either outcome first, so that their number never gives the right one away.
    var wrong = [opposite, right.outcome].compactMap { outcome in
      pool.first { $0.outcome == outcome }
    }
    for reason in pool where wrong.count < count && !wrong.contains(reason) { wrong.append(reason) }
    return allCases.filter { $0 == right || wrong.contains($0) }
  }

  /// Whether it is a confusion that this very case invites.
  private func isTempting(in bind: BindCase) -> Bool {
    let first = bind.first
    let second = bind.second
    let common = first.reuse.intersection(second.reuse)
    let isBusy = !bind.isAllowed
    switch self {
    case .okNotEqual:
      return bind.words.isOverlap && first.local.address != second.local.address
    case .okNewReuseAddress:
      return second.reuse.contains(.address) && !first.reuse.contains(.address)
        && bind.words.isSamePort
    case .okDespiteListener:
      return first.isListening && common.contains(.address) && bind.words.isSamePort
        && bind.sharing != .otherUser
    case .okNobodyListens:
      return isBusy && first.transport == .tcp && !first.isListening
    case .okProgramGone:
      return isBusy && [.timeWait, .finWait2].contains(first.state)
    case .okBothReuseAddress:
      return isBusy && !common.contains(.address) && !first.isListening
        && first.reuse.union(second.reuse).contains(.address)
    case .okBothReusePort:
      return isBusy && first.reuse.union(second.reuse).contains(.port)
    case .busyTimeWait:
      return first.state == .timeWait
    case .busyIPv4Too:
      return bind.sharing == .addressesApart(.ipv6Only)
    case .busyLate:
      return bind.isLate && !isBusy
    case .busyListener:
      // Where both have it, a listener is the right reason or true besides it.
      return first.isListening && first.reuse.union(second.reuse).contains(.address)
        && (!isBusy || !common.contains(.address))
    case .busyOtherUser:
      return first.user != second.user && !isBusy
    case .busyNothingCommon:
      return !isBusy && common.isEmpty
    case .busyOpenConnection:
      return !isBusy && first.transport == .tcp
        && [.established, .closeWait, .finWait2].contains(first.state)
    case .busyTimeWaitAlone:
      return bind.sharing == .bothReuseAddress && first.state != .timeWait
    case .busyTwoServers:
      return bind.sharing == .bothReusePort && first.isListening
    default:
      return false
    }
  }

  /// Whether it may fill up the answers: it is wrong, and says so plainly.
  private func isPlausible(in bind: BindCase) -> Bool {
    let sharing = bind.sharing
    switch self {
    case .okApart: return bind.words.isOverlap
    case .okOtherTransport: return bind.first.transport == bind.second.transport
    case .okOtherPort: return bind.first.port == bind.second.port
    case .busySameNumber, .accessDenied, .notAvailable: return true
    case .busyNothingCommon: return sharing.isAllowed
    default: return false
    }
  }
}

extension SharingWords {
  /// Whether the addresses overlap.
  var isOverlap: Bool { AddressOverlap(old.socket.local, new.socket.local).isOverlap }
  /// Whether both are about one port of one protocol.
  var isSamePort: Bool {
    old.socket.port == new.socket.port && old.socket.transport == new.socket.transport
  }
}
