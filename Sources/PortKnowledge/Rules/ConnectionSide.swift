/// One of the two ends of a TCP connection.
public enum ConnectionSide: String, Hashable, Sendable, CaseIterable {
  /// The end that called connect().
  case client
  /// The end that a listener's accept() returned.
  case server

  /// The end at the other side.
  public var peer: ConnectionSide { self == .client ? .server : .client }
}

extension ConnectionSide: CustomStringConvertible {
  /// `client` or `server`.
  public var description: String { rawValue }
}
