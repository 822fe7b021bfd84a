/// A reading of the kernel's socket table in which every row finds the rows that belong to it.
///
/// The indexes are built once, in time proportional to the rows. An address that is mapped into
/// IPv6 counts as the IPv4 address it holds, because the two ends of one connection may show it in
/// either form.
public struct InspectedTable: Sendable {
  /// The rows in the order in which they were given.
  public let rows: [SocketRow]
  /// How many rows of each kind there are.
  public let counts: SocketCounts

  /// The places of rows with a peer, by both ends.
  private let connections: [FiveTuple: Int]
  /// The places of TCP listeners and of UDP sockets without a peer, by their port.
  private let waiting: [PortNumber: [Int]]

  /// A table with its indexes.
  public init(_ rows: [SocketRow]) {
    self.rows = rows
    var connections: [FiveTuple: Int] = [:]
    var waiting: [PortNumber: [Int]] = [:]
    connections.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() {
      if row.hasPeer {
        // Where two rows have the same ends, the first one counts.
        connections.merge([(row.unmappedTuple, place)]) { first, _ in first }
      } else if row.isListener || row.transport == .udp {
        waiting[row.local.port, default: []].append(place)
      }
    }
    self.connections = connections
    self.waiting = waiting
    counts = SocketCounts(rows)
  }

  // MARK: One connection

  /// The other end of the same connection, where that is on this machine too.
  ///
  /// Nil for a row without a peer, and for a socket that is connected to itself.
  public func mirror(of row: SocketRow) -> SocketRow? {
    guard row.hasPeer else { return nil }
    let tuple = row.unmappedTuple
    let other = tuple.swapped
    return other == tuple ? nil : connections[other].map { rows[$0] }
  }

  /// The listener through which a connection came in.
  ///
  /// Nil for a listener, for UDP, and for a connection that was opened from here. It is told by the
  /// port: the listener on the row's very address comes before one on a wildcard, and of several
  /// that share an address (SO_REUSEPORT) the first one stands for all.
  public func listener(of row: SocketRow) -> SocketRow? {
    guard row.transport == .tcp, row.hasPeer, row.state != .synSent else { return nil }
    let address = row.local.address.unmapped
    var best: (row: SocketRow, rank: Int)?
    for place in waiting[row.local.port] ?? [] where rows[place].isListener {
      guard let rank = Self.rank(of: rows[place].local.address, for: address) else { continue }
      if rank < best?.rank ?? .max { best = (rows[place], rank) }
    }
    return best?.row
  }

  /// How closely a socket's own address fits a destination; nil where it does not receive there.
  private static func rank(of own: IPAddress, for destination: IPAddress) -> Int? {
    if own.unmapped == destination { return 0 }
    switch own {
    case .any: return destination.isIPv6 ? nil : 1
    case .any6: return 2
    default: return nil
    }
  }

  /// Who opened a connection; nil for a row without a peer and for UDP.
  ///
  /// Where no listener is left to tell by, it counts as opened from here.
  public func opener(of row: SocketRow) -> ListedTable.Opener? {
    guard row.transport == .tcp, row.hasPeer else { return nil }
    if row.state.isHalfOpen { return .peer }
    return listener(of: row) == nil ? .thisMachine : .peer
  }

  // MARK: What belongs together

  /// The rows to show when one of them is followed, each once.
  ///
  /// For a connection: its listener, the end that the listener holds, and the other end, as far as
  /// they are on this machine. For a listener: itself and its connections, each with its other end.
  /// For a UDP socket without a peer: itself and the sockets that are connected to it.
  public func family(of row: SocketRow) -> [SocketRow] {
    guard row.hasPeer else { return [row] + callers(of: row) }
    let other = mirror(of: row)
    if let listener = listener(of: row) {
      return [listener, row] + [other].compactMap(\.self)
    }
    let listener = other.flatMap { self.listener(of: $0) }
    return [listener, other, row].compactMap(\.self)
  }

  /// The rows of those who are connected to a listener or to a UDP socket without a peer.
  private func callers(of row: SocketRow) -> [SocketRow] {
    if row.transport == .udp {
      return rows.filter {
        $0.transport == .udp && $0.hasPeer && $0.remote.port == row.local.port
          && Self.rank(of: row.local.address, for: $0.remote.address.unmapped) != nil
          && isLocal($0.remote.address)
      }
    }
    // Both ends can hold the listener's port; then each of them would come twice.
    var seen: Set<SocketRow> = []
    return rows.filter {
      $0.local.port == row.local.port && $0.hasPeer && listener(of: $0) == row
    }.flatMap { [$0] + [mirror(of: $0)].compactMap(\.self) }.filter {
      seen.insert($0).inserted
    }
  }

  /// Whether an address is known to be one of this machine: a loopback one, or one that a socket
  /// here has.
  private func isLocal(_ address: IPAddress) -> Bool {
    address.isLoopback || rows.contains { $0.local.address.unmapped == address.unmapped }
  }

  /// How many sockets wait on the very address and port of a row: more than 1 where they share it
  /// (SO_REUSEPORT, or SO_REUSEADDR with UDP); 0 for a row with a peer.
  public func sharing(with row: SocketRow) -> Int {
    waiters(like: row).count {
      $0.local.address == row.local.address && $0.isIPv6Table == row.isIPv6Table
    }
  }

  /// Whether a socket on `::` also takes IPv4, as far as the other rows tell; nil where they do not.
  ///
  /// A connection to an IPv4 address that came in through it proves that it does. A socket on
  /// 0.0.0.0 and the same port speaks against it, since two sockets seldom share one.
  public func takesIPv4(_ row: SocketRow) -> Bool? {
    guard row.local.address == .any6, !row.hasPeer else { return nil }
    let hasMapped = rows.contains {
      $0.isIPv6Table && $0.hasPeer && $0.transport == row.transport
        && $0.local.port == row.local.port && !$0.local.address.unmapped.isIPv6
    }
    if hasMapped { return true }
    return waiters(like: row).contains { $0.local.address == .any } ? false : nil
  }

  /// The sockets without a peer of the same protocol on the same port, the row itself among them.
  private func waiters(like row: SocketRow) -> [SocketRow] {
    guard !row.hasPeer else { return [] }
    return (waiting[row.local.port] ?? []).map { rows[$0] }.filter {
      $0.transport == row.transport
    }
  }

  // MARK: Services

  /// The port by which a row's service is known.
  ///
  /// For a socket without a peer its own; for a connection the one that a listener here holds. Where
  /// there is no such listener, the row itself has to tell: see ``SocketRow/servicePort``.
  public func servicePort(of row: SocketRow) -> PortNumber {
    if !row.hasPeer || listener(of: row) != nil { return row.local.port }
    if let other = mirror(of: row), listener(of: other) != nil { return row.remote.port }
    return row.servicePort
  }

  /// The service that is registered or usual on that port, for example `https`; nil for none.
  ///
  /// It is an entry of a table and does not say which program really is there.
  public func service(of row: SocketRow) -> String? {
    ServiceTable.entry(on: servicePort(of: row), row.transport)?.shortName
  }
}
