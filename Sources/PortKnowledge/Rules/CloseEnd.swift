/// One end of a connection as Linux keeps it.
public struct CloseEnd: Hashable, Sendable {
  /// The state of its row in the kernel's table, settled; nil where there is no row.
  public internal(set) var state: TCPState? = .established
  /// Whether the program still holds the descriptor.
  public internal(set) var isOpen = true
  /// Bytes that have arrived and are not read yet.
  public internal(set) var unread = 0
  /// Whether the peer's FIN has arrived.
  public internal(set) var hasPeerEnded = false
  /// Whether recv() has returned the end of the stream.
  public internal(set) var hasReadEnd = false
  /// Whether this end has sent its FIN.
  public internal(set) var hasEnded = false
  /// The error that waits for the next call: ``CloseResult/connectionReset`` or
  /// ``CloseResult/brokenPipe``; nil for none.
  public internal(set) var pendingError: CloseResult?

  /// Whether the socket is still part of a connection.
  ///
  /// A row in TIME-WAIT is not: the kernel keeps it by itself, and a descriptor that is still open
  /// refers to a socket without a connection.
  public var isConnected: Bool { state != nil && state != .timeWait }

  /// Recv-Q of the row: the unread bytes, and one more for a FIN that recv() has not met yet.
  public var receiveQueue: Int { unread + (hasPeerEnded && !hasReadEnd ? 1 : 0) }
}
