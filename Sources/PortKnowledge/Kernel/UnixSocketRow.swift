/// One row of the kernel's table of Unix-domain sockets; unix(7).
public struct UnixSocketRow: Hashable, Sendable {
  /// What a socket carries, by the number of its type.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// SOCK_STREAM: bytes without borders.
    case stream = 1
    /// SOCK_DGRAM: messages, without a connection.
    case datagram = 2
    /// SOCK_SEQPACKET: messages over a connection.
    case sequencedPackets = 5

    /// The name that ss prints.
    public var ssName: String {
      switch self {
      case .stream: "u_str"
      case .datagram: "u_dgr"
      case .sequencedPackets: "u_seq"
      }
    }
  }

  /// What a socket is doing.
  public enum State: Hashable, Sendable {
    /// It waits for connections.
    case listening
    /// It has a peer, or is the peer of a datagram socket.
    case connected
    /// Neither.
    case unconnected

    /// The name that ss prints: it takes over those of TCP.
    public var ssName: String {
      switch self {
      case .listening: TCPState.listen.ssName
      case .connected: TCPState.established.ssName
      case .unconnected: TCPState.closed.ssName
      }
    }
  }

  /// What a socket is bound to: bytes that a program chose, so untrusted and perhaps not even text.
  public enum Name: Hashable, Sendable {
    /// Nothing: a client, or one of a `socketpair`.
    case none
    /// A file's path as it was given to `bind`.
    case path([UInt8])
    /// A name without a file: the bytes after the first, which is zero.
    case abstract([UInt8])
  }

  /// Stream, datagrams or sequenced packets.
  public var kind: Kind
  /// Listening, connected or neither.
  public var state: State
  /// What it is bound to.
  public var name: Name
  /// The socket's inode; 0 where no process holds it (not accepted yet).
  public var inode: UInt64
  /// The inode of the socket at the other end; nil where there is none or it is not known.
  public var peerInode: UInt64?
  /// For a listener the connections that wait for `accept()`, otherwise the bytes not yet read.
  ///
  /// For datagrams the kernel counts the first message alone. 0 where the row comes from
  /// `/proc/net/unix`, which lacks it.
  public var receiveQueue: UInt32
  /// For a listener the backlog, otherwise the memory that messages on their way to the peer take.
  ///
  /// 0 where the row comes from `/proc/net/unix`, which lacks it.
  public var sendQueue: UInt32
  /// The user who created the socket; nil where the kernel does not say.
  public var userID: UInt32?
  /// The processes that hold a descriptor of the socket, as far as this user may see them.
  public var owners: [SocketOwner]

  /// A row with every column.
  public init(
    kind: Kind, state: State, name: Name = .none, inode: UInt64, peerInode: UInt64? = nil,
    receiveQueue: UInt32 = 0, sendQueue: UInt32 = 0, userID: UInt32? = nil,
    owners: [SocketOwner] = []
  ) {
    self.kind = kind
    self.state = state
    self.name = name
    self.inode = inode
    self.peerInode = peerInode
    self.receiveQueue = receiveQueue
    self.sendQueue = sendQueue
    self.userID = userID
    self.owners = owners
  }
}
