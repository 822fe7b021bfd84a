import CLinux
import Glibc
import PortKnowledge
import SystemPackage

/// One reading of one protocol's table in one family through netlink; sock_diag(7).
///
/// Each reading has a netlink socket of its own, so nothing that an abandoned answer left behind is
/// ever taken for the next one.
struct NetlinkDump {
  /// The rows that were wanted.
  private(set) var items: [DiagMessages.Item] = []
  /// Whether the table changed under the reading or messages were lost.
  private(set) var wasDisturbed = false

  /// Room for one datagram: the kernel fills at most 32 KiB.
  private static let bufferSize = 65_536
  /// How long the kernel may take for the next datagram, in milliseconds; in practice it is there.
  private static let patience: Int32 = 2000
  /// Every state that `/proc/net` shows too, 1 to 12.
  ///
  /// 13 would add sockets that are bound and nothing else, on kernels that know it.
  private static let states: UInt32 = 0x1FFE

  /// Asks the kernel for one table and reads the answer to its end.
  ///
  /// A kernel without IPv6 answers ENOENT for it, which counts as an empty table.
  init(
    _ transport: TransportProtocol, _ family: AddressFamily, where isWanted: (SocketRow) -> Bool
  ) throws(SocketError) {
    let flags = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = Descriptor(
      owning: try SystemCall("socket").perform {
        socket(AF_NETLINK, flags, Int32(NETLINK_SOCK_DIAG))
      })
    try Self.request(transport, family, on: descriptor)
    var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
    while true {
      let datagram: ArraySlice<UInt8>
      do throws(SocketError) {
        datagram = try Self.receive(into: &buffer, from: descriptor)
      } catch {
        guard error.number == .noBufferSpace else { throw error }
        wasDisturbed = true
        return
      }
      let messages = DiagMessages(Array(datagram), transport: transport)
      items += messages.items.filter { isWanted($0.row) }
      if messages.wasInterrupted || messages.isMalformed { wasDisturbed = true }
      if messages.isMalformed { return }
      switch messages.ending {
      case .more: continue
      case .done: return
      case .failed(let number):
        if family == .ipv6, number.rawValue == ENOENT { return }
        throw SocketError("read the socket table", number: number)
      }
    }
  }

  private static func request(
    _ transport: TransportProtocol, _ family: AddressFamily, on descriptor: borrowing Descriptor
  ) throws(SocketError) {
    struct Request {
      var header: nlmsghdr
      var body: inet_diag_req_v2
    }
    let size = MemoryLayout<Request>.size
    var body = inet_diag_req_v2()
    body.sdiag_family = UInt8(family.number)
    body.sdiag_protocol = UInt8(transport == .tcp ? IPPROTO_TCP : IPPROTO_UDP)
    body.idiag_states = states
    let request = Request(
      header: nlmsghdr(
        nlmsg_len: UInt32(size), nlmsg_type: UInt16(SOCK_DIAG_BY_FAMILY),
        nlmsg_flags: UInt16(NLM_F_REQUEST | NLM_F_DUMP), nlmsg_seq: 1, nlmsg_pid: 0),
      body: body)
    // A netlink socket that is not connected sends to the kernel.
    try SystemCall("send").perform {
      withUnsafeBytes(of: request) { send(descriptor.number, $0.baseAddress, size, 0) }
    }
  }

  /// The next datagram; one that did not fit counts as lost.
  private static func receive(
    into buffer: inout [UInt8], from descriptor: borrowing Descriptor
  ) throws(SocketError) -> ArraySlice<UInt8> {
    while true {
      // With MSG_TRUNC the result is the datagram's length, even where the buffer is shorter.
      let count = try SystemCall("recv").attempt {
        recv(descriptor.number, &buffer, bufferSize, Int32(MSG_TRUNC))
      }
      if let count {
        guard count <= bufferSize else { throw SocketError("recv", number: .noBufferSpace) }
        return buffer.prefix(count)
      }
      var subject = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
      let ready = try SystemCall("poll").perform { poll(&subject, 1, patience) }
      guard ready > 0 else { throw SocketError("recv", number: .timedOut) }
    }
  }
}
