/// What a client's `connect()` to a TCP server comes to.
public enum ReachabilityOutcome: String, Hashable, Sendable, CaseIterable {
  /// The handshake succeeds.
  case connected
  /// ECONNREFUSED: the segment reaches the server's machine, and no listener fits it there.
  case refusedByServer
  /// ECONNREFUSED: the address means the client's own machine, where nothing listens.
  case refusedByOwnMachine
  /// ENETUNREACH: the client has no route to an address of that kind.
  case networkUnreachable

  /// The name of the error number; nil where the call succeeds.
  public var errorName: String? {
    switch self {
    case .connected: nil
    case .refusedByServer, .refusedByOwnMachine: "ECONNREFUSED"
    case .networkUnreachable: "ENETUNREACH"
    }
  }
}
