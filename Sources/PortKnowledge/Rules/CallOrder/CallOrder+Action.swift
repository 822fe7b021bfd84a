extension CallOrder {
  /// A call, as far as its place among the others goes.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// socket().
    case open
    /// setsockopt(SO_REUSEADDR).
    case reuseAddress
    /// bind().
    case bind
    /// bind() with port 0.
    case bindToPortZero
    /// getsockname(), for the port that the kernel chose; the client is told the number.
    case askPort
    /// listen().
    case listen
    /// accept(), which waits for a connection.
    case accept
    /// close() of the listener; its connections stay.
    case closeListener
    /// connect().
    case connect
    /// send() of a request or an answer; for UDP sendto().
    case send
    /// recv() of what the other side has sent; for UDP recvfrom(). Waits for it.
    case receive
    /// shutdown(SHUT_WR).
    case shutdownWriting
    /// recv() that returns 0 bytes, after the other side has ended sending. Waits for that.
    case receiveEnd
    /// close().
    case close

    /// Whether it waits for something that the other side does.
    public var waits: Bool {
      switch self {
      case .accept, .receive, .receiveEnd: true
      default: false
      }
    }

    /// Whether only some of the other calls of its program have to do with it.
    var isFree: Bool { self == .askPort || self == .closeListener }
  }
}
