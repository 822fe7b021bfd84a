public import PortKnowledge

/// A TCP state that the learner saw for the first time in the kernel's own table, in a demo.
public struct SightingRecord: Hashable, Sendable {
  /// The state.
  public var state: TCPState
  /// When, in milliseconds since 1970-01-01 00:00 UTC.
  public var seenAt: Int64
  /// The learner's zone at that moment, in seconds east of UTC.
  public var zoneOffset: Int

  /// A state and the moment it was seen.
  public init(state: TCPState, seenAt: Int64, zoneOffset: Int) {
    self.state = state
    self.seenAt = seenAt
    self.zoneOffset = zoneOffset
  }
}
