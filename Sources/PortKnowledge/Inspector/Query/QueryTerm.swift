/// One term of a query, ready to be put to rows.
struct QueryTerm: Hashable, Sendable {
  /// What a term asks.
  enum Kind: Hashable, Sendable {
    case transport(TransportProtocol)
    case ipVersion(isIPv6: Bool)
    case states(SocketStateSet)
    case port(PortSet, End)
    case address(FilterHost, End)
    case processIDs(Set<Int32>)
    case processName(NameNeedle)
    case users(Set<UInt32>)
    case loopback
    case queue(Queue, ClosedRange<UInt32>)
    /// A process's name, or a port's service in either protocol.
    case word(NameNeedle, tcp: PortSet, udp: PortSet)
  }

  /// Which end of a row counts.
  enum End: Hashable, Sendable {
    case either
    case local
    case remote
  }

  /// A queue of a row.
  enum Queue: Hashable, Sendable {
    case receive
    case send
  }

  var kind: Kind
  var isNegated: Bool

  /// Whether a row is as the term asks.
  func matches(_ row: SocketRow) -> Bool { holds(row) != isNegated }

  private func holds(_ row: SocketRow) -> Bool {
    switch kind {
    case .transport(let transport): row.transport == transport
    case .ipVersion(let isIPv6): row.isIPv6Table == isIPv6
    case .states(let states): states.contains(row.state)
    case .port(let ports, let end): Self.any(end, of: row) { ports.contains($0.port) }
    case .address(let host, let end): Self.any(end, of: row) { host.contains($0) }
    case .processIDs(let ids): row.owners.contains { ids.contains($0.processID) }
    case .processName(let needle): row.owners.contains { needle.isIn($0.name) }
    case .users(let users): users.contains(row.userID)
    case .loopback: row.isLoopback
    case .queue(.receive, let sizes): sizes.contains(row.receiveQueue)
    case .queue(.send, let sizes): sizes.contains(row.sendQueue)
    case .word(let needle, let tcp, let udp):
      Self.any(.either, of: row) { (row.transport == .tcp ? tcp : udp).contains($0.port) }
        || row.owners.contains { needle.isIn($0.name) }
    }
  }

  /// Whether something holds for an end; a peer that is not there never counts.
  private static func any(
    _ end: End, of row: SocketRow, _ holds: (Endpoint) -> Bool
  ) -> Bool {
    switch end {
    case .local: holds(row.local)
    case .remote: row.hasPeer && holds(row.remote)
    case .either: holds(row.local) || row.hasPeer && holds(row.remote)
    }
  }
}
