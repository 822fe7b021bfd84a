import CLinux
import Glibc
import SystemPackage

/// A netlink socket on which the kernel answers one dump; sock_diag(7).
///
/// Each reading has a socket of its own, so nothing that an abandoned answer left behind is ever
/// taken for the next one.
final class DiagSocket: DatagramSource {
  private let descriptor: Descriptor
  /// How long the kernel may take for the next datagram, in milliseconds; in practice it is there.
  private static let patience: Int32 = 2000

  /// Asks the kernel for a table.
  init(_ request: DiagRequest) throws(SocketError) {
    let flags = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    descriptor = Descriptor(
      owning: try SystemCall("socket").perform {
        socket(AF_NETLINK, flags, Int32(NETLINK_SOCK_DIAG))
      })
    let number = descriptor.number
    let bytes = request.bytes
    // A netlink socket that is not connected sends to the kernel.
    try SystemCall("send").perform { send(number, bytes, bytes.count, 0) }
  }

  /// Asks the kernel, as the source of an answer.
  static func open(_ request: DiagRequest) throws(SocketError) -> any DatagramSource {
    try DiagSocket(request)
  }

  func receive(into buffer: UnsafeMutableRawBufferPointer) throws(SocketError) -> Int {
    let number = descriptor.number
    while true {
      // With MSG_TRUNC the result is the datagram's length, even where the buffer is shorter.
      let count = try SystemCall("recv").attempt {
        recv(number, buffer.baseAddress, buffer.count, Int32(MSG_TRUNC))
      }
      if let count {
        guard count <= buffer.count else { throw SocketError("recv", number: .noBufferSpace) }
        return count
      }
      var subject = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      let ready = try SystemCall("poll").perform { poll(&subject, 1, Self.patience) }
      guard ready > 0 else { throw SocketError("recv", number: .timedOut) }
    }
  }
}
