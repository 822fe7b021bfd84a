/// What becomes of a connection while both ends send, receive and close.
///
/// Each call is made once everything before it has arrived and is acknowledged, and few bytes are
/// sent, so neither timing nor buffer sizes matter. Sources: RFC 9293 sections 3.6 and 3.10.4
/// (closing), RFC 2525 section 2.17 (a reset where data are lost), `tcp_close`, `tcp_fin`,
/// `tcp_reset`, `tcp_recvmsg` and `inet_shutdown` of Linux; measured on Linux 6.18.
public struct CloseHistory: Hashable, Sendable {
  /// The client's end.
  public private(set) var client = CloseEnd()
  /// The server's end.
  public private(set) var server = CloseEnd()
  /// What each call returned, in order.
  public private(set) var results: [CloseResult] = []
  /// Who sent the first FIN; nil where nobody has.
  public private(set) var firstToEnd: ConnectionSide?
  /// How the connection was reset; nil where it was not.
  public private(set) var reset: Reset?

  /// Why a connection was reset.
  public struct Reset: Hashable, Sendable {
    /// The index of the call that did it.
    public var call: Int
    /// Whose kernel sent the RST.
    public var sender: ConnectionSide
    /// What made it do so.
    public var cause: Cause

    /// A reset with its call, sender and cause.
    public init(call: Int, sender: ConnectionSide, cause: Cause) {
      self.call = call
      self.sender = sender
      self.cause = cause
    }
  }

  /// What makes a kernel send an RST.
  public enum Cause: Hashable, Sendable {
    /// close() while so many bytes were unread.
    case unread(Int)
    /// close() with a linger time of 0.
    case linger
    /// Data came for a socket that its program had closed.
    case dataAfterClose
  }

  /// A connection right after accept(): both ends in ESTABLISHED.
  public init() {}

  /// The connection after calls.
  public init(_ calls: [CloseCall]) {
    for call in calls { perform(call) }
  }

  /// The end of a side.
  public subscript(side: ConnectionSide) -> CloseEnd {
    side == .client ? client : server
  }

  /// Who has a row in TIME-WAIT.
  ///
  /// Never both: that takes FINs that cross, and here nothing crosses.
  public var timeWaitHolder: ConnectionSide? {
    ConnectionSide.allCases.first { self[$0].state == .timeWait }
  }

  /// Makes a call and returns what it returns.
  ///
  /// An end that is closed has no descriptor to call with; the caller must not ask for that.
  @discardableResult
  public mutating func perform(_ call: CloseCall) -> CloseResult {
    var own = self[call.side]
    var peer = self[call.side.peer]
    let result: CloseResult
    switch call.operation {
    case .send(let count): result = send(count, call.side, &own, &peer)
    case .receive(let count): result = Self.receive(count, &own)
    case .shutdownWriting: result = shutdownWriting(call.side, &own, &peer)
    case .close, .abort:
      close(call, &own, &peer)
      result = .ok
    }
    if call.side == .client {
      (client, server) = (own, peer)
    } else {
      (server, client) = (own, peer)
    }
    results.append(result)
    return result
  }

  // MARK: Calls

  private mutating func send(
    _ count: Int, _ side: ConnectionSide, _ own: inout CloseEnd, _ peer: inout CloseEnd
  ) -> CloseResult {
    if let error = own.pendingError {
      own.pendingError = nil
      return error
    }
    guard own.isConnected, !own.hasEnded else { return .brokenPipe }
    if peer.isOpen {
      peer.unread += count
    } else {
      // The peer's FIN came, but its program is gone: only the answer to these bytes tells.
      breakOff(.dataAfterClose, sender: side.peer, &peer, &own)
    }
    return .ok
  }

  private static func receive(_ count: Int, _ own: inout CloseEnd) -> CloseResult {
    if own.unread > 0 {
      let taken = min(count, own.unread)
      own.unread -= taken
      return .bytes(taken)
    }
    // Asked before any error: so after a FIN an RST shows in send() alone.
    if own.hasPeerEnded {
      own.hasReadEnd = true
      return .endOfStream
    }
    if let error = own.pendingError {
      own.pendingError = nil
      return error
    }
    return own.isConnected ? .nothingYet : .endOfStream
  }

  private mutating func shutdownWriting(
    _ side: ConnectionSide, _ own: inout CloseEnd, _ peer: inout CloseEnd
  ) -> CloseResult {
    guard own.isConnected else { return .notConnected }
    if !own.hasEnded { end(side, &own, &peer) }
    return .ok
  }

  private mutating func close(
    _ call: CloseCall, _ own: inout CloseEnd, _ peer: inout CloseEnd
  ) {
    own.isOpen = false
    guard own.isConnected else { return }
    if call.operation == .abort {
      breakOff(.linger, sender: call.side, &own, &peer)
    } else if own.unread > 0 {
      breakOff(.unread(own.unread), sender: call.side, &own, &peer)
    } else if !own.hasEnded {
      end(call.side, &own, &peer)
    }
  }

  // MARK: Segments

  /// A FIN of one end arrives at the other and is acknowledged.
  private mutating func end(
    _ side: ConnectionSide, _ own: inout CloseEnd, _ peer: inout CloseEnd
  ) {
    own.hasEnded = true
    peer.hasPeerEnded = true
    if firstToEnd == nil {
      firstToEnd = side
      own.state = .finWait2
      peer.state = .closeWait
    } else {
      own.state = nil
      peer.state = .timeWait
    }
  }

  /// An RST ends the connection at both ends, and the error waits where the program still is.
  private mutating func breakOff(
    _ cause: Cause, sender: ConnectionSide, _ own: inout CloseEnd, _ peer: inout CloseEnd
  ) {
    reset = Reset(call: results.count, sender: sender, cause: cause)
    if peer.isOpen {
      peer.pendingError = peer.state == .closeWait ? .brokenPipe : .connectionReset
    }
    own.state = nil
    peer.state = nil
  }
}
