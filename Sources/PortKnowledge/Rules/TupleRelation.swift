/// How two 5-tuples stand to each other: what decides whether they are one connection.
///
/// A connection is a pair of endpoints and a protocol, whichever end is written first (RFC 9293
/// §3.4.1); TCP and UDP have ports of their own (RFC 6335 §6).
public enum TupleRelation: String, Hashable, Sendable, CaseIterable {
  /// All five fields agree as they stand.
  case identical
  /// They agree when one of them is turned round.
  case reversed
  /// The endpoints agree, the protocols do not.
  case otherProtocol
  /// The same addresses and ports, but paired with each other differently.
  case crossed
  /// One endpoint is in both; the other one is not the same.
  case oneEndpoint
  /// No endpoint is in both.
  case noEndpoint

  /// The relation of two tuples.
  public init(_ first: FiveTuple, _ second: FiveTuple) {
    let shared = first.endpoints.intersection(second.endpoints)
    if first == second {
      self = .identical
    } else if first == second.swapped {
      self = .reversed
    } else if shared.count == 2 {
      self = .otherProtocol
    } else if first.endpoints == second.withPortsSwapped.endpoints {
      self = .crossed
    } else {
      self = shared.isEmpty ? .noEndpoint : .oneEndpoint
    }
  }

  /// Whether tuples in this relation name one connection.
  public var isSameConnection: Bool { self == .identical || self == .reversed }
}
