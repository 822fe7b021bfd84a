extension SocketCalls {
  /// A call on a TCP socket.
  mutating func makeOnStream(_ call: Call) -> ExperimentOutcome {
    switch call {
    case .bind: return bind(isPortNamed: true)
    case .bindToPortZero: return bind(isPortNamed: false)
    case .listen: return listen()
    case .connect, .connectToClosedPort: return connect(isRefused: call == .connectToClosedPort)
    case .accept: return accept()
    case .send: return send()
    case .receive: return receive()
    case .localEndpoint: return localOutcome
    case .remoteEndpoint:
      guard state != .closed, state != .listen, let peerEndpoint else { return .error("ENOTCONN") }
      return .endpoint(peerEndpoint.address, .known(peerEndpoint.port))
    case .shutdownReading: return shutdown(reading: true, writing: false)
    case .shutdownWriting: return shutdown(reading: false, writing: true)
    case .shutdownBoth: return shutdown(reading: true, writing: true)
    case .close: return .ok
    }
  }

  private mutating func listen() -> ExperimentOutcome {
    guard !hasConnected, state == .closed || state == .listen else { return .error("EINVAL") }
    // A listener that was shut down and listens anew competes with what it accepted before.
    if state == .closed, port == .named, hasAccepted { return .error("EADDRINUSE") }
    choosePort()
    state = .listen
    return .ok
  }

  private mutating func connect(isRefused: Bool) -> ExperimentOutcome {
    guard !hasConnected, state == .closed else { return .error("EISCONN") }
    if isRefused {
      // An attempt that failed takes back what it gave, and forgets an earlier shutdown().
      choosePort()
      if port == .chosen { port = .none }
      if !isAddressNamed { shownAddress = .any }
      isReadingShut = false
      isWritingShut = false
      return .error("ECONNREFUSED")
    }
    choosePort()
    chooseAddress()
    hasConnected = true
    state = .established
    peer = .open
    peerEndpoint = places.server
    return .ok
  }

  private mutating func accept() -> ExperimentOutcome {
    guard state == .listen else { return .error("EINVAL") }
    guard queued > 0 else { return .error("EAGAIN") }
    queued -= 1
    hasAccepted = true
    return .ok
  }

  private mutating func send() -> ExperimentOutcome {
    guard state == .established || state == .closeWait else {
      return takeError() ?? .error("EPIPE")
    }
    if isWritingShut { return .error("EPIPE") }
    // A socket that is closed answers data with a RST, which only the next call notices.
    if peer == .closed { arriveReset() }
    return .ok
  }

  private mutating func receive() -> ExperimentOutcome {
    if state == .listen { return .error("ENOTCONN") }
    if let text = waiting.first {
      waiting = []
      return .text(text)
    }
    if isEndSeen { return .text("") }
    if let error = takeError() { return error }
    if isReadingShut { return .text("") }
    return state == .closed ? .error("ENOTCONN") : .error("EAGAIN")
  }

  private mutating func shutdown(reading: Bool, writing: Bool) -> ExperimentOutcome {
    if state == .listen {
      if reading { stopListening() }
      return .ok
    }
    isReadingShut = isReadingShut || reading
    isWritingShut = isWritingShut || writing
    guard state != .closed else { return .error("ENOTCONN") }
    guard writing else { return .ok }
    if state == .established {
      state = .finWait2
    } else if state == .closeWait {
      // Our FIN is the last one: LAST-ACK, and gone with its acknowledgement.
      end()
    }
    return .ok
  }

  /// What shutdown() of the reading side does to a listener: its queue is reset.
  private mutating func stopListening() {
    state = .closed
    queued = 0
    isReadingShut = false
    isWritingShut = false
    if port == .chosen { port = .none }
    if !isAddressNamed { shownAddress = .any }
  }
}
