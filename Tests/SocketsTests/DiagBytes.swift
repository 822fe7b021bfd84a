import CLinux
import Glibc

/// Netlink messages as the kernel writes them, made by hand.
enum DiagBytes {
  /// A message with its header, padded as the kernel pads it.
  static func message(_ type: Int32, flags: Int32 = 0, _ body: [UInt8]) -> [UInt8] {
    let length = MemoryLayout<nlmsghdr>.size + body.count
    let header = nlmsghdr(
      nlmsg_len: UInt32(length), nlmsg_type: UInt16(type), nlmsg_flags: UInt16(flags),
      nlmsg_seq: 1, nlmsg_pid: 0)
    return bytes(of: header) + body + [UInt8](repeating: 0, count: (4 - length % 4) % 4)
  }

  /// The bytes of a C structure.
  static func bytes<Value>(of value: Value) -> [UInt8] {
    withUnsafeBytes(of: value) { Array($0) }
  }

  /// A connection from 127.0.0.1:port to 127.0.0.2:51234.
  static func connection(
    port: UInt16 = 8080, family: Int32 = AF_INET, flags: Int32 = 0
  ) -> [UInt8] {
    var body = inet_diag_msg()
    body.idiag_family = UInt8(family)
    body.idiag_state = 1
    body.id.idiag_sport = port.bigEndian
    body.id.idiag_dport = UInt16(51_234).bigEndian
    body.id.idiag_src = (UInt32(0x7F00_0001).bigEndian, 0, 0, UInt32(1).bigEndian)
    body.id.idiag_dst = (UInt32(0x7F00_0002).bigEndian, 0, 0, UInt32(2).bigEndian)
    body.id.idiag_if = 3
    body.idiag_rqueue = 19
    body.idiag_wqueue = 20
    body.idiag_uid = 1000
    body.idiag_inode = 4711
    return message(SOCK_DIAG_BY_FAMILY, flags: flags, bytes(of: body))
  }

  /// The end of a dump.
  static func done(flags: Int32 = 0, code: Int32 = 0) -> [UInt8] {
    message(NLMSG_DONE, flags: flags, bytes(of: code))
  }

  /// A refusal with an error number.
  static func error(_ number: Int32) -> [UInt8] {
    message(NLMSG_ERROR, bytes(of: nlmsgerr(error: -number, msg: nlmsghdr())))
  }
}
