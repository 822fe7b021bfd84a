extension SocketCalls {
  /// Something that another program does, which the socket notices.
  public enum Event: Hashable, Sendable {
    /// A client connects to this socket, which listens, and stays.
    case clientConnects
    /// The peer sends a text.
    case peerSends(String)
    /// The peer calls shutdown(SHUT_WR).
    case peerShutsDownWriting
    /// The peer calls close() with nothing unread.
    case peerCloses
    /// The peer closes with a linger time of 0, which sends a RST.
    case peerAborts
  }

  /// Whether an event can happen now.
  public func isPossible(_ event: Event) -> Bool {
    if isClosed { return false }
    switch event {
    case .clientConnects: return state == .listen
    case .peerSends: return peer == .open
    case .peerShutsDownWriting: return transport == .tcp && peer == .open
    case .peerCloses, .peerAborts:
      return transport == .tcp && (peer == .open || peer == .hasEnded)
    }
  }

  /// Lets an event happen; nothing where it cannot.
  public mutating func happen(_ event: Event) {
    guard isPossible(event) else { return }
    switch event {
    case .clientConnects: queued += 1
    case .peerSends(let text): arrive(text)
    case .peerShutsDownWriting:
      peer = .hasEnded
      arriveEnd()
    case .peerCloses:
      let hasEnded = peer == .hasEnded
      peer = .closed
      if !hasEnded { arriveEnd() }
    case .peerAborts: arriveReset()
    }
  }

  private mutating func arrive(_ text: String) {
    guard transport == .tcp else {
      waiting.append(text)
      return
    }
    // Nobody can ever read it, so Linux answers with a RST (RFC 1122, section 4.2.2.13).
    if state == .finWait2, isReadingShut { return arriveReset() }
    waiting = [waiting.joined() + text]
  }

  private mutating func arriveEnd() {
    isEndSeen = true
    isReadingShut = true
    // From FIN-WAIT-2 the connection goes on as a row in TIME-WAIT, without this socket.
    if state == .finWait2 { end() } else { state = .closeWait }
  }

  /// A RST arrives, or is sent for data that nobody can read.
  mutating func arriveReset() {
    pendingError = state == .closeWait ? "EPIPE" : "ECONNRESET"
    end()
  }

  /// The connection is over; the socket itself is still there.
  mutating func end() {
    state = .closed
    peer = .none
    isReadingShut = true
    isWritingShut = true
    if port == .chosen { port = .none }
  }
}
