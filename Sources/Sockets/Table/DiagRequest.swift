import CLinux
import Glibc
import PortKnowledge

/// What sock_diag(7) is asked to list.
enum DiagRequest: Hashable {
  /// The sockets of one protocol in one family.
  case inet(TransportProtocol, AddressFamily)
  /// The Unix-domain sockets.
  case unix

  /// Opens the source of the answer: the kernel outside of tests.
  typealias Opener = (DiagRequest) throws(SocketError) -> any DatagramSource

  /// The same table as a file, for the case that netlink is refused.
  var file: String {
    switch self {
    case .inet(let transport, let family):
      "/proc/net/\(transport.rawValue)\(family == .ipv6 ? "6" : "")"
    case .unix: "/proc/net/unix"
    }
  }

  /// Every state that `/proc/net` shows too, 1 to 12.
  ///
  /// 13 would add sockets that are bound and nothing else, on kernels that know it.
  private static let inetStates: UInt32 = 0x1FFE
  /// Of Unix-domain sockets the kernel lists those whose state is asked for by its TCP number.
  private static let unixStates = UInt32.max

  /// The request in the kernel's form.
  var bytes: [UInt8] {
    switch self {
    case .inet(let transport, let family):
      var body = inet_diag_req_v2()
      body.sdiag_family = UInt8(family.number)
      body.sdiag_protocol = UInt8(transport == .tcp ? IPPROTO_TCP : IPPROTO_UDP)
      body.idiag_states = Self.inetStates
      return Self.message(body)
    case .unix:
      var body = unix_diag_req()
      body.sdiag_family = UInt8(AF_UNIX)
      body.udiag_states = Self.unixStates
      body.udiag_show = UInt32(
        UDIAG_SHOW_NAME | UDIAG_SHOW_PEER | UDIAG_SHOW_RQLEN | UDIAG_SHOW_UID)
      return Self.message(body)
    }
  }

  private static func message<Body: BitwiseCopyable>(_ body: Body) -> [UInt8] {
    let header = nlmsghdr(
      nlmsg_len: UInt32(MemoryLayout<nlmsghdr>.size + MemoryLayout<Body>.size),
      nlmsg_type: UInt16(SOCK_DIAG_BY_FAMILY), nlmsg_flags: UInt16(NLM_F_REQUEST | NLM_F_DUMP),
      nlmsg_seq: 1, nlmsg_pid: 0)
    return withUnsafeBytes(of: header) { Array($0) } + withUnsafeBytes(of: body) { Array($0) }
  }
}
