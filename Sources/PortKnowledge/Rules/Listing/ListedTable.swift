/// What a table of TCP rows says: who listens where, who called whom, what waits and what leaks.
///
/// RFC 9293 §3.3.2 for the states, and the columns as ss(8) prints them on Linux.
public struct ListedTable: Hashable, Sendable {
  /// Who opened a connection.
  public enum Opener: Hashable, Sendable {
    /// The other side: the row's local port is a listener's.
    case peer
    /// A program on this machine: no listener has the row's local port.
    case thisMachine
  }

  /// The rows.
  public var sockets: [ListedSocket]

  /// A table of rows.
  public init(_ sockets: [ListedSocket]) {
    self.sockets = sockets
  }

  /// The rows in LISTEN.
  public var listeners: [ListedSocket] { sockets.filter(\.isListener) }

  /// The listener from which a row came; nil for a listener and for a connection of our own.
  ///
  /// The one on the row's very address comes before one on a wildcard.
  public func listener(of socket: ListedSocket) -> ListedSocket? {
    guard !socket.isListener else { return nil }
    let local = socket.row.local
    let candidates = listeners.filter {
      $0.row.local.port == local.port && ListenerReach($0).includes(local.address)
    }
    return candidates.first { $0.row.local.address.unmapped == local.address.unmapped }
      ?? candidates.first
  }

  /// Who opened a connection; nil for a listener.
  public func opener(of socket: ListedSocket) -> Opener? {
    if socket.isListener { return nil }
    return listener(of: socket) == nil ? .thisMachine : .peer
  }

  /// The rows that came from a listener, whatever their state.
  public func connections(of listener: ListedSocket) -> [ListedSocket] {
    sockets.filter { self.listener(of: $0) == listener }
  }

  /// The addresses of those who are connected to a listener's port right now (ESTAB).
  ///
  /// An address that is mapped into IPv6 counts as the IPv4 address it holds.
  public func clientAddresses(of listener: ListedSocket) -> Set<IPAddress> {
    Set(
      connections(of: listener).filter { $0.row.state == .established }
        .map(\.row.remote.address.unmapped))
  }

  /// How many connections wait for accept() at a listener.
  public func waiting(at listener: ListedSocket) -> Int { Int(listener.row.receiveQueue) }

  /// How many of a listener's open connections (ESTAB) the program has taken with accept().
  ///
  /// The others wait in the accept queue, and stand in the table all the same.
  public func accepted(at listener: ListedSocket) -> Int {
    connections(of: listener).count { $0.row.state == .established } - waiting(at: listener)
  }

  /// How many more clients can connect before an accept(): Linux keeps one more than the backlog.
  ///
  /// Measured on Linux 6.18, clients one after the other.
  public func room(at listener: ListedSocket) -> Int {
    max(0, Int(listener.row.sendQueue) + 1 - waiting(at: listener))
  }

  /// How many connections the rows are: both ends of one may stand in the table.
  public var connectionCount: Int {
    var seen: Set<FiveTuple> = []
    for socket in sockets where !socket.isListener {
      let tuple = FiveTuple(
        socket.row.transport,
        from: Endpoint(socket.row.local.address.unmapped, socket.row.local.port),
        to: Endpoint(socket.row.remote.address.unmapped, socket.row.remote.port))
      if !seen.contains(tuple.swapped) { seen.insert(tuple) }
    }
    return seen.count
  }
}
