/// A row as ss lists it: the kernel's row, and what decides how its wildcard is written.
public struct ListedSocket: Hashable, Sendable {
  /// The row of the kernel's table.
  public var row: SocketRow
  /// Whether the socket takes IPv6 alone.
  ///
  /// IPV6_V6ONLY sets this, and so does bind() to any IPv6 address but `::`.
  public var isIPv6Only: Bool

  /// A row of the table.
  public init(_ row: SocketRow, isIPv6Only: Bool = false) {
    self.row = row
    self.isIPv6Only = isIPv6Only
  }

  /// A listener, with how many connections wait for it and how many may.
  public init(
    listener local: Endpoint, isIPv6Only: Bool = false, waiting: Int = 0, backlog: Int = 128
  ) {
    let isIPv6 = local.address.isIPv6
    self.init(
      SocketRow(
        transport: .tcp, state: .listen, local: local,
        remote: Endpoint(isIPv6 ? .any6 : .any, 0),
        receiveQueue: UInt32(clamping: waiting), sendQueue: UInt32(clamping: backlog),
        isIPv6Table: isIPv6),
      isIPv6Only: isIPv6Only || isIPv6 && local.address != .any6)
  }

  /// A connection in a state, with the bytes that are not read yet.
  public init(
    _ state: TCPState, local: Endpoint, remote: Endpoint, unread: Int = 0, unacknowledged: Int = 0
  ) {
    self.init(
      SocketRow(
        transport: .tcp, state: state, local: local, remote: remote,
        receiveQueue: UInt32(clamping: unread), sendQueue: UInt32(clamping: unacknowledged),
        isIPv6Table: local.address.isIPv6))
  }

  /// Whether the row is a listener.
  public var isListener: Bool { row.transport == .tcp && row.state == .listen }
  /// Whether it is bound to `::` and takes IPv4 too, which ss writes as `*`.
  public var isDualStack: Bool { row.local.address == .any6 && !isIPv6Only }
}
