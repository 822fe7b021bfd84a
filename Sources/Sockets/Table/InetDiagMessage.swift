import CLinux
import Glibc
import PortKnowledge

/// The body of a message that describes one TCP or UDP socket: `inet_diag_msg`, sock_diag(7).
struct InetDiagMessage {
  /// The row; nil for a family that is neither IPv4 nor IPv6.
  let row: SocketRow?
  /// The network interface the socket is tied to; 0 for none.
  let interface: UInt32

  /// Reads a body; nil where it is too short.
  init?(_ body: UnsafeRawBufferPointer, _ transport: TransportProtocol) {
    guard let message = body.value(inet_diag_msg.self) else { return nil }
    interface = message.id.idiag_if
    row = Self.row(message, transport)
  }

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
