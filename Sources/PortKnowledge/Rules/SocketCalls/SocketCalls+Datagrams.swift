extension SocketCalls {
  /// A call on a UDP socket.
  mutating func makeOnDatagrams(_ call: Call) -> ExperimentOutcome {
    switch call {
    case .bind: return bind(isPortNamed: true)
    case .bindToPortZero: return bind(isPortNamed: false)
    case .listen, .accept: return .error("EOPNOTSUPP")
    case .connect, .connectToClosedPort:
      choosePort()
      chooseAddress()
      state = .established
      peer = call == .connect ? .open : .none
      peerEndpoint = call == .connect ? places.server : places.closed
      return .ok
    case .send: return sendDatagram()
    case .receive:
      if let error = takeError() { return error }
      return waiting.isEmpty ? .error("EAGAIN") : .text(waiting.removeFirst())
    case .localEndpoint: return localOutcome
    case .remoteEndpoint:
      guard let peerEndpoint else { return .error("ENOTCONN") }
      return .endpoint(peerEndpoint.address, .known(peerEndpoint.port))
    case .shutdownReading:
      isReadingShut = true
      return peerEndpoint == nil ? .error("ENOTCONN") : .ok
    case .shutdownWriting, .shutdownBoth:
      isReadingShut = isReadingShut || call == .shutdownBoth
      isWritingShut = true
      return peerEndpoint == nil ? .error("ENOTCONN") : .ok
    case .close: return .ok
    }
  }

  private mutating func sendDatagram() -> ExperimentOutcome {
    // send() asks for a port first, so even one that fails leaves the socket with one.
    choosePort()
    guard peerEndpoint != nil else { return .error("EDESTADDRREQ") }
    if let error = takeError() { return error }
    if isWritingShut { return .error("EPIPE") }
    // Nothing receives there: the ICMP message comes back after send() has returned.
    if peer == .none { pendingError = "ECONNREFUSED" }
    return .ok
  }
}
