import CLinux
import Glibc
import PortKnowledge
import SystemPackage

/// The messages of one netlink datagram that answers a sock_diag dump; netlink(7), sock_diag(7).
///
/// Every length in the bytes is checked against what is there: bytes cut off, lengths that lie and
/// unknown kinds never trap. They make the batch malformed, or are passed over.
struct DiagMessages {
  /// A row, and the interface its socket is tied to.
  struct Item: Hashable {
    var row: SocketRow
    var interface: UInt32
  }

  /// What follows this datagram.
  enum Ending: Hashable {
    /// More datagrams.
    case more
    /// Nothing: the dump is complete.
    case done
    /// Nothing: the kernel refused or gave up, with this error.
    case failed(Errno)
  }

  private(set) var items: [Item] = []
  private(set) var ending = Ending.more
  /// Whether the kernel says that the table changed under the dump (NLM_F_DUMP_INTR).
  private(set) var wasInterrupted = false
  /// Whether the bytes end in the middle of a message or contradict themselves.
  private(set) var isMalformed = false

  private static let headerSize = MemoryLayout<nlmsghdr>.size

  /// Reads the messages of a dump of one protocol.
  init(_ bytes: [UInt8], transport: TransportProtocol) {
    bytes.withUnsafeBytes { all in
      var rest = all[...]
      while !rest.isEmpty, ending == .more, !isMalformed {
        guard let header = Self.value(nlmsghdr.self, in: rest),
          let length = Int(exactly: header.nlmsg_len),
          length >= Self.headerSize, length <= rest.count
        else {
          isMalformed = true
          return
        }
        let body = rest.prefix(length).dropFirst(Self.headerSize)
        take(header, body, transport)
        // Messages begin at multiples of four bytes; the last one may end without its padding.
        rest = rest.dropFirst((length + 3) / 4 * 4)
      }
    }
  }

  private mutating func take(
    _ header: nlmsghdr, _ body: Slice<UnsafeRawBufferPointer>, _ transport: TransportProtocol
  ) {
    if Int32(header.nlmsg_flags) & NLM_F_DUMP_INTR != 0 { wasInterrupted = true }
    switch Int32(header.nlmsg_type) {
    case NLMSG_DONE:
      // A dump that failed half-way says so here; older kernels send no number.
      let code = Self.value(Int32.self, in: body) ?? 0
      ending = code < 0 ? .failed(Self.number(code)) : .done
    case NLMSG_ERROR:
      guard let error = Self.value(nlmsgerr.self, in: body) else {
        isMalformed = true
        return
      }
      ending = error.error == 0 ? .done : .failed(Self.number(error.error))
    case NLMSG_OVERRUN:
      ending = .failed(.noBufferSpace)
    case SOCK_DIAG_BY_FAMILY:
      guard let message = Self.value(inet_diag_msg.self, in: body) else {
        isMalformed = true
        return
      }
      if let row = Self.row(message, transport) {
        items.append(Item(row: row, interface: message.id.idiag_if))
      }
    default:
      break
    }
  }

  /// The error of a negative number in a message; −2³¹ does not fit once its sign is gone.
  private static func number(_ code: Int32) -> Errno {
    Errno(rawValue: Int32(clamping: code.magnitude))
  }

  /// The value at the front of some bytes; nil where they are too few.
  private static func value<Value: BitwiseCopyable>(
    _ type: Value.Type, in bytes: Slice<UnsafeRawBufferPointer>
  ) -> Value? {
    guard bytes.count >= MemoryLayout<Value>.size else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes).loadUnaligned(as: type)
  }

  /// The row of a message; nil for a family that is neither IPv4 nor IPv6.
  private static func row(
    _ message: inet_diag_msg, _ transport: TransportProtocol
  ) -> SocketRow? {
    let isIPv6 = Int32(message.idiag_family) == AF_INET6
    guard isIPv6 || Int32(message.idiag_family) == AF_INET else { return nil }
    let id = message.id
    return SocketRow(
      transport: transport, state: TCPState(rawValue: message.idiag_state),
      local: Endpoint(
        address(of: id.idiag_src, isIPv6), PortNumber(UInt16(bigEndian: id.idiag_sport))),
      remote: Endpoint(
        address(of: id.idiag_dst, isIPv6), PortNumber(UInt16(bigEndian: id.idiag_dport))),
      receiveQueue: message.idiag_rqueue, sendQueue: message.idiag_wqueue,
      inode: UInt64(message.idiag_inode), userID: message.idiag_uid, isIPv6Table: isIPv6)
  }

  private static func address(
    of words: (UInt32, UInt32, UInt32, UInt32), _ isIPv6: Bool
  ) -> IPAddress {
    func half(_ high: UInt32, _ low: UInt32) -> UInt64 {
      UInt64(UInt32(bigEndian: high)) << 32 | UInt64(UInt32(bigEndian: low))
    }
    return isIPv6
      ? .v6(half(words.0, words.1), half(words.2, words.3)) : .v4(UInt32(bigEndian: words.0))
  }
}
