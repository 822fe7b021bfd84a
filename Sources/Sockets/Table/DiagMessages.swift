import CLinux
import Glibc
import SystemPackage

/// The messages of one netlink datagram that answers a sock_diag dump; netlink(7), sock_diag(7).
///
/// Every length in the bytes is checked against what is there: bytes cut off, lengths that lie and
/// unknown kinds never trap. They make the datagram malformed, or are passed over.
struct DiagMessages {
  /// What follows this datagram.
  enum Ending: Hashable {
    /// More datagrams.
    case more
    /// Nothing: the dump is complete.
    case done
    /// Nothing: the kernel refused or gave up, with this error.
    case failed(Errno)
  }

  private(set) var ending = Ending.more
  /// Whether the kernel says that the table changed under the dump (NLM_F_DUMP_INTR).
  private(set) var wasInterrupted = false
  /// Whether the bytes end in the middle of a message or contradict themselves.
  private(set) var isMalformed = false

  private static let headerSize = MemoryLayout<nlmsghdr>.size

  /// Reads the messages.
  ///
  /// `take` gets the body of each message that describes a socket and says whether it is whole.
  init(_ bytes: UnsafeRawBufferPointer, take: (UnsafeRawBufferPointer) -> Bool) {
    var offset = 0
    while offset < bytes.count, ending == .more, !isMalformed {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
      guard let header = rest.value(nlmsghdr.self), let length = Int(exactly: header.nlmsg_len),
        length >= Self.headerSize, length <= rest.count
      else {
        isMalformed = true
        return
      }
      let body = UnsafeRawBufferPointer(rebasing: rest[Self.headerSize..<length])
      if Int32(header.nlmsg_flags) & NLM_F_DUMP_INTR != 0 { wasInterrupted = true }
      if Int32(header.nlmsg_type) == SOCK_DIAG_BY_FAMILY {
        isMalformed = !take(body)
      } else {
        control(Int32(header.nlmsg_type), body)
      }
      // Messages begin at multiples of four bytes; the last one may end without its padding.
      offset += (length + 3) / 4 * 4
    }
  }

  private mutating func control(_ type: Int32, _ body: UnsafeRawBufferPointer) {
    switch type {
    case NLMSG_DONE:
      // A dump that failed half-way says so here; older kernels send no number.
      let code = body.value(Int32.self) ?? 0
      ending = code < 0 ? .failed(Self.number(code)) : .done
    case NLMSG_ERROR:
      guard let error = body.value(nlmsgerr.self) else {
        isMalformed = true
        return
      }
      ending = error.error == 0 ? .done : .failed(Self.number(error.error))
    case NLMSG_OVERRUN:
      ending = .failed(.noBufferSpace)
    default:
      break
    }
  }

  /// The error of a negative number in a message; −2³¹ does not fit once its sign is gone.
  private static func number(_ code: Int32) -> Errno {
    Errno(rawValue: Int32(clamping: code.magnitude))
  }
}

extension UnsafeRawBufferPointer {
  /// The value at the front of some bytes; nil where they are too few.
  func value<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
    count >= MemoryLayout<Value>.size ? loadUnaligned(as: type) : nil
  }
}
