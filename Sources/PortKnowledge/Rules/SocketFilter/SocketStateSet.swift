/// The TCP states that a filter of ss lets through.
///
/// The names are those of ss(8), which are not the ones that its table prints: `listening` for
/// LISTEN, `established` for ESTAB.
public struct SocketStateSet: Hashable, Sendable {
  private var bits: UInt32

  /// Every state.
  public static let all = SocketStateSet(bits: .max)
  /// No state.
  public static let none = SocketStateSet(bits: 0)

  private init(bits: UInt32) {
    self.bits = bits
  }

  /// Some states.
  public init(_ states: [TCPState]) {
    bits = states.reduce(0) { $0 | Self.bit($1) }
  }

  /// The states of a name or a group such as `connected`, in small letters or capitals; nil for any
  /// other word.
  public init?(named name: some StringProtocol) {
    let name = name.lowercased()
    if let group = Self.groups[name] {
      self = group
    } else if let state = Self.states[name] {
      self.init([state])
    } else {
      return nil
    }
  }

  /// Whether a state is among them.
  public func contains(_ state: TCPState) -> Bool { bits & Self.bit(state) != 0 }

  /// Whether there is none among them.
  public var isEmpty: Bool { self == .none }

  /// With those of another set too.
  public func union(_ other: SocketStateSet) -> SocketStateSet {
    SocketStateSet(bits: bits | other.bits)
  }

  /// Without those of another set.
  public func subtracting(_ other: SocketStateSet) -> SocketStateSet {
    SocketStateSet(bits: bits & ~other.bits)
  }

  /// The name of a state in a filter; nil for a number that has none.
  public static func name(of state: TCPState) -> String? {
    states.first { $0.value == state && !$0.key.hasPrefix("syn-rcv") && $0.key != "close" }?.key
  }

  private static func bit(_ state: TCPState) -> UInt32 {
    // The kernel keeps half-open connections under a number of its own; ss shows both as one.
    let shown = state == .newSynReceived ? .synReceived : state
    return shown.rawValue < 32 ? 1 << UInt32(shown.rawValue) : 0
  }

  static let states: [String: TCPState] = [
    "established": .established, "syn-sent": .synSent, "syn-recv": .synReceived,
    "syn-rcv": .synReceived, "fin-wait-1": .finWait1, "fin-wait-2": .finWait2,
    "time-wait": .timeWait, "closed": .closed, "close": .closed, "close-wait": .closeWait,
    "last-ack": .lastAck, "listening": .listen, "closing": .closing,
  ]

  static let groups: [String: SocketStateSet] = [
    "all": .all,
    "connected": all.subtracting(SocketStateSet([.listen, .closed])),
    "synchronized": all.subtracting(SocketStateSet([.listen, .closed, .synSent])),
    "bucket": SocketStateSet([.synReceived, .timeWait]),
    "big": all.subtracting(SocketStateSet([.synReceived, .timeWait])),
  ]
}
