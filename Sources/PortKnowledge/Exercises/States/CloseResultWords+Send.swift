extension CloseResultWords {
  /// Why send() returns what it returns.
  var sendReason: String {
    switch result {
    case .ok:
      guard own.state == .closeWait else {
        return "The connection is open in this direction, so the kernel takes the bytes."
      }
      return before[peer].isOpen
        ? "The \(peer)'s FIN (\(peerFIN ?? "")) ends only its own direction. Its program still "
          + "has the socket, and the kernel takes the bytes."
        : "A FIN does not tell that the \(peer)'s program has closed. The kernel takes the bytes, "
          + "send() returns OK, and only then an RST comes back."
    case .connectionReset:
      return history.resetSentence + " This is the first call that can report it"
        + (own.hasEnded ? ", before the EPIPE for its own FIN." : ".")
    default:
      return brokenPipeReason
    }
  }

  private var brokenPipeReason: String {
    if own.pendingError == .brokenPipe {
      return history.resetSentence
        + " It found the \(side) in CLOSE-WAIT: Linux reports that as EPIPE."
    }
    if let ownFIN {
      return "The \(side) has sent its FIN (\(ownFIN)). After that it cannot send."
    }
    let reporter = reporter.map(Self.name) ?? "an earlier call"
    return "The RST is reported already (\(reporter)). From then on send() returns EPIPE."
  }

  /// Why send() does not return something else.
  func sendObjection(to other: CloseResult) -> String {
    switch (other, result) {
    case (.ok, _):
      if let ownFIN, own.pendingError == nil {
        return "The \(side)'s own FIN (\(ownFIN)) was its last word: nothing can be sent after it."
      }
      if let reset, case .dataAfterClose = reset.cause, reset.sender == peer {
        return "Only the first send() to a closed program succeeds, and that was "
          + "\(Self.name(reset.call))."
      }
      return "The RST has ended the connection, so there is nobody to send to."
    case (.brokenPipe, .connectionReset):
      return "The first call after the RST gets ECONNRESET, later send() calls get EPIPE. EPIPE at "
        + "once needs a FIN before the RST."
    case (.brokenPipe, _):
      return own.state == .closeWait && !before[peer].isOpen
        ? "Not yet: this kernel learns from the RST that answers these bytes. The next send() "
          + "gets EPIPE."
        : "EPIPE needs an RST, or a FIN that this end has sent, and there was neither."
    case (.connectionReset, .ok):
      return own.state == .closeWait && !before[peer].isOpen
        ? "The RST is the answer to these very bytes: it comes after send() has returned."
        : "No RST has come."
    case (.connectionReset, _):
      return lateResetObjection
    default:
      return own.isConnected
        ? "There still is a connection. And without one send() says EPIPE, not ENOTCONN."
        : "Where a connection has ended, send() says EPIPE. ENOTCONN is what shutdown() returns."
    }
  }

  private var lateResetObjection: String {
    if own.pendingError == .brokenPipe {
      return "An RST that comes after the peer's FIN, in CLOSE-WAIT, is reported as EPIPE."
    }
    guard let reset else {
      return "No RST has come: it is the \(side)'s own FIN that forbids sending."
    }
    return reporter.map {
      "The RST of \(Self.name(reset.call)) was reported by \(Self.name($0)), and that happens once."
    } ?? "The RST of \(Self.name(reset.call)) does not wait for this call."
  }

  /// Why shutdown() returns what it returns.
  var shutdownReason: String {
    if result == .ok {
      return own.state == .closeWait
        ? "The \(peer)'s FIN has ended only its own direction. This sends the second FIN."
        : "The connection is there: shutdown(SHUT_WR) sends a FIN and returns at once."
    }
    if reset != nil {
      return history.resetSentence + " Without a connection shutdown() returns ENOTCONN."
    }
    return
      "Both FINs have been sent (\([ownFIN ?? "", peerFIN ?? ""].sorted().joined(separator: " and "))"
      + "): this socket has no connection any more, so ENOTCONN."
  }

  /// Why shutdown() does not return something else.
  func shutdownObjection(to other: CloseResult) -> String {
    switch (other, result) {
    case (.ok, _):
      return reset == nil
        ? "Both directions are over already, so there is nothing left to shut down."
        : "The RST has ended the connection, so there is nothing left to shut down."
    case (.notConnected, _):
      return "There is a connection: this end is in \(own.state?.ssName ?? "no state")."
    case (.brokenPipe, _):
      return "EPIPE is for send(). shutdown() sends no data."
    default:
      guard let reset else { return "No RST has come." }
      return own.pendingError == nil
        ? "shutdown() does not report the RST of \(Self.name(reset.call))."
        : "shutdown() leaves the waiting error alone: a later call reports it."
    }
  }
}
