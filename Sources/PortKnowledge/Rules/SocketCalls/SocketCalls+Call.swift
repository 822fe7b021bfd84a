extension SocketCalls {
  /// A call that the program makes.
  public enum Call: String, Hashable, Sendable, CaseIterable {
    /// bind() to an address of this machine and a free port.
    case bind
    /// bind() to an address of this machine with port 0.
    case bindToPortZero
    /// listen().
    case listen
    /// connect() to where another program listens, or for UDP receives.
    case connect
    /// connect() to where nothing does.
    case connectToClosedPort
    /// accept().
    case accept
    /// send() of a few bytes.
    case send
    /// recv() of whatever is there.
    case receive
    /// getsockname().
    case localEndpoint
    /// getpeername().
    case remoteEndpoint
    /// shutdown(SHUT_RD).
    case shutdownReading
    /// shutdown(SHUT_WR).
    case shutdownWriting
    /// shutdown(SHUT_RDWR).
    case shutdownBoth
    /// close().
    case close
  }
}
