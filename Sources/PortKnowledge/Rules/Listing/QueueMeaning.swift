/// What a number in Recv-Q or Send-Q counts; it depends on the kind of row.
///
/// ss(8), `net/ipv4/tcp_diag.c`.
public enum QueueMeaning: Hashable, Sendable, CaseIterable {
  /// Recv-Q of a listener: connections that no accept() has taken yet.
  case waitingConnections
  /// Send-Q of a listener: its backlog, as listen() was given it up to `somaxconn`.
  case backlog
  /// Recv-Q of a connection: bytes that have arrived and that the program has not read.
  case unreadBytes
  /// Send-Q of a connection: bytes that the peer has not acknowledged.
  case unacknowledgedBytes

  /// The meaning of Recv-Q in a row of TCP.
  public static func receiveQueue(of state: TCPState) -> QueueMeaning {
    state == .listen ? .waitingConnections : .unreadBytes
  }

  /// The meaning of Send-Q in a row of TCP.
  public static func sendQueue(of state: TCPState) -> QueueMeaning {
    state == .listen ? .backlog : .unacknowledgedBytes
  }
}
