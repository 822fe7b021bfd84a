/// Something that keeps bind() from succeeding.
public enum BindFault: String, Hashable, Sendable, CaseIterable {
  /// No interface of the host has the address.
  case addressNotLocal
  /// The port lies below `ip_unprivileged_port_start` (usually 1024), and the program has no
  /// CAP_NET_BIND_SERVICE.
  case portPrivileged
  /// The socket has a port already: from bind(), connect() or listen().
  case alreadyBound
  /// Another socket holds the port on an overlapping address, and no option lets them share it.
  case portTaken

  /// The name of the error number with which bind() fails where this is the only fault.
  public var errorName: String {
    switch self {
    case .addressNotLocal: "EADDRNOTAVAIL"
    case .portPrivileged: "EACCES"
    case .alreadyBound: "EINVAL"
    case .portTaken: "EADDRINUSE"
    }
  }
}
