extension SocketRow {
  /// Whether it is a TCP socket that waits for connections.
  public var isListener: Bool { transport == .tcp && state == .listen }

  /// Whether it has a peer: a TCP connection in whatever state, or a UDP socket after `connect()`.
  public var hasPeer: Bool { remote.port != 0 }

  /// Whether either end is a loopback address.
  public var isLoopback: Bool { local.address.isLoopback || remote.address.isLoopback }

  /// Both ends with the IPv4 addresses that mapped ones hold, so that the rows of one connection
  /// agree whichever form each of them shows.
  var unmappedTuple: FiveTuple {
    FiveTuple(
      transport, from: Endpoint(local.address.unmapped, local.port),
      to: Endpoint(remote.address.unmapped, remote.port))
  }

  /// The port by which the row's service is known, as far as the row alone can tell.
  ///
  /// Its own for a socket without a peer and for the server's side of a handshake, the peer's for
  /// the client's side. Otherwise that of the two on which a service is known and which is not one
  /// that Linux gives to clients; of two such the lower one.
  public var servicePort: PortNumber {
    if !hasPeer || state.isHalfOpen { return local.port }
    if state == .synSent { return remote.port }
    let isLocalLower = local.port <= remote.port
    let ports = isLocalLower ? [local.port, remote.port] : [remote.port, local.port]
    return ports.first { isServerPort($0) } ?? ports[0]
  }

  private func isServerPort(_ port: PortNumber) -> Bool {
    !MachinePorts.linuxDefaults.isEphemeral(port) && ServiceTable.entry(on: port, transport) != nil
  }

  /// The service that is registered or usual on that port, for example `https`; nil for none.
  ///
  /// `InspectedTable.service(of:)` knows better, because it sees the listeners.
  public var service: String? { ServiceTable.entry(on: servicePort, transport)?.shortName }
}

extension TCPState {
  /// Whether it is the server's side of a handshake that is not complete (SYN-RECV).
  var isHalfOpen: Bool { self == .synReceived || self == .newSynReceived }
}
