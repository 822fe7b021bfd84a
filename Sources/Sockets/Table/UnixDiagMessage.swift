import CLinux
import Glibc
import PortKnowledge

/// The body of a message that describes one Unix-domain socket: `unix_diag_msg` and the attributes
/// behind it, sock_diag(7).
struct UnixDiagMessage {
  /// The row; nil for another family or a type that unix(7) does not have.
  let row: UnixSocketRow?
  /// What the kernel calls this socket and no other while it lives.
  let cookie: UInt64

  /// Reads a body; nil where it is cut off or its lengths contradict each other.
  init?(_ body: UnsafeRawBufferPointer) {
    guard let message = body.value(unix_diag_msg.self) else { return nil }
    cookie = UInt64(message.udiag_cookie.1) << 32 | UInt64(message.udiag_cookie.0)
    var row = UnixSocketRow.Kind(rawValue: message.udiag_type).map {
      UnixSocketRow(
        kind: $0, state: Self.state(message.udiag_state), inode: UInt64(message.udiag_ino))
    }
    if Int32(message.udiag_family) != AF_UNIX { row = nil }
    var offset = MemoryLayout<unix_diag_msg>.size
    while offset < body.count {
      let rest = UnsafeRawBufferPointer(rebasing: body[offset...])
      guard let attribute = rest.value(nlattr.self),
        case let length = Int(attribute.nla_len), length >= MemoryLayout<nlattr>.size,
        length <= rest.count
      else { return nil }
      let value = UnsafeRawBufferPointer(rebasing: rest[MemoryLayout<nlattr>.size..<length])
      Self.take(Int(attribute.nla_type), value, into: &row)
      offset += (length + 3) / 4 * 4
    }
    self.row = row
  }

  private static func take(
    _ type: Int, _ value: UnsafeRawBufferPointer, into row: inout UnixSocketRow?
  ) {
    switch type {
    case UNIX_DIAG_NAME: row?.name = name(value)
    case UNIX_DIAG_PEER:
      // A peer that nobody has accepted yet has no inode.
      if let inode = value.value(UInt32.self), inode != 0 { row?.peerInode = UInt64(inode) }
    case UNIX_DIAG_RQLEN:
      guard let queues = value.value(unix_diag_rqlen.self) else { return }
      row?.receiveQueue = queues.udiag_rqueue
      row?.sendQueue = queues.udiag_wqueue
    case UNIX_DIAG_UID: row?.userID = value.value(UInt32.self)
    default: break
    }
  }

  /// A path may or may not end in a zero; in an abstract name each byte counts.
  private static func name(_ bytes: UnsafeRawBufferPointer) -> UnixSocketRow.Name {
    guard let first = bytes.first else { return .none }
    return first == 0
      ? .abstract(Array(bytes.dropFirst())) : .path(Array(bytes.prefix { $0 != 0 }))
  }

  private static func state(_ number: UInt8) -> UnixSocketRow.State {
    switch TCPState(rawValue: number) {
    case .listen: .listening
    case .established: .connected
    default: .unconnected
    }
  }
}
