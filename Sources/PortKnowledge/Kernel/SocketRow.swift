/// One row of the kernel's socket table.
public struct SocketRow: Hashable, Sendable {
  /// TCP or UDP.
  public var transport: TransportProtocol
  /// The TCP state.
  ///
  /// The kernel uses the same numbers for UDP: `closed` without a peer (ss prints UNCONN),
  /// `established` with one.
  public var state: TCPState
  /// The address and port on this side.
  public var local: Endpoint
  /// The peer; the wildcard address and port 0 where there is none.
  public var remote: Endpoint
  /// For a listener the connections that wait for `accept()`, otherwise the bytes not yet read.
  public var receiveQueue: UInt32
  /// For a listener the backlog, otherwise the bytes not yet acknowledged.
  public var sendQueue: UInt32
  /// The socket's inode; 0 where no process holds it (not accepted yet, or TIME_WAIT).
  public var inode: UInt64
  /// The user who created the socket.
  public var userID: UInt32
  /// Whether the row stands in the kernel's IPv6 table, which holds dual-stack sockets too.
  public var isIPv6Table: Bool
  /// The processes that hold a descriptor of the socket, as far as this user may see them.
  public var owners: [SocketOwner]

  /// A row with every column.
  public init(
    transport: TransportProtocol, state: TCPState, local: Endpoint, remote: Endpoint,
    receiveQueue: UInt32 = 0, sendQueue: UInt32 = 0, inode: UInt64 = 0, userID: UInt32 = 0,
    isIPv6Table: Bool = false, owners: [SocketOwner] = []
  ) {
    self.transport = transport
    self.state = state
    self.local = local
    self.remote = remote
    self.receiveQueue = receiveQueue
    self.sendQueue = sendQueue
    self.inode = inode
    self.userID = userID
    self.isIPv6Table = isIPv6Table
    self.owners = owners
  }

  /// What makes it the same row in two readings of the table: protocol and both ends.
  public var identity: FiveTuple { FiveTuple(transport, from: local, to: remote) }

  /// The state as ss prints it.
  public var stateName: String { state.ssName }
}
