import Glibc

/// An option of a socket whose value is one number; socket(7), tcp(7), ip(7), ipv6(7).
public struct SocketOption: Hashable, Sendable {
  /// The name as C programmers write it, for example `SO_REUSEADDR`.
  public let name: String
  let levelName: String
  let level: Int32
  let number: Int32

  /// SO_REUSEADDR: may bind where only connections of an earlier socket are left.
  public static let reuseAddress = socket("SO_REUSEADDR", SO_REUSEADDR)
  /// SO_REUSEPORT: several sockets of one user may share a port if all of them ask for it.
  public static let reusePort = socket("SO_REUSEPORT", SO_REUSEPORT)
  /// SO_RCVBUF: the receive buffer in bytes; the kernel doubles what is set.
  public static let receiveBuffer = socket("SO_RCVBUF", SO_RCVBUF)
  /// SO_SNDBUF: the send buffer in bytes; the kernel doubles what is set.
  public static let sendBuffer = socket("SO_SNDBUF", SO_SNDBUF)
  /// SO_ERROR: the error that waits for the next call; reading it clears it.
  public static let error = socket("SO_ERROR", SO_ERROR)
  /// IPV6_V6ONLY: an IPv6 socket that leaves IPv4 alone.
  public static let ipv6Only = SocketOption(
    name: "IPV6_V6ONLY", levelName: "IPPROTO_IPV6", level: Int32(IPPROTO_IPV6),
    number: Int32(IPV6_V6ONLY))
  /// TCP_NODELAY: small messages leave at once.
  public static let noDelay = SocketOption(
    name: "TCP_NODELAY", levelName: "IPPROTO_TCP", level: Int32(IPPROTO_TCP),
    number: Int32(TCP_NODELAY))
  /// IP_BIND_ADDRESS_NO_PORT: binding an address with port 0 leaves the choice of the port to
  /// `connect`.
  public static let bindAddressNoPort = SocketOption(
    name: "IP_BIND_ADDRESS_NO_PORT", levelName: "IPPROTO_IP", level: Int32(IPPROTO_IP),
    number: Int32(IP_BIND_ADDRESS_NO_PORT))
  /// IP_LOCAL_PORT_RANGE: the range from which this socket's port is chosen, the highest in the
  /// upper 16 bits and the lowest in the lower ones; Linux 6.3.
  public static let localPortRange = SocketOption(
    name: "IP_LOCAL_PORT_RANGE", levelName: "IPPROTO_IP", level: Int32(IPPROTO_IP), number: 51)
  /// IP_RECVERR: an unconnected UDP socket hears of ICMP errors too.
  public static let receiveErrors = SocketOption(
    name: "IP_RECVERR", levelName: "IPPROTO_IP", level: Int32(IPPROTO_IP),
    number: Int32(IP_RECVERR))
  /// TCP_DEFER_ACCEPT: a handshake waits in SYN-RECV until data arrive, so many seconds.
  public static let deferAccept = SocketOption(
    name: "TCP_DEFER_ACCEPT", levelName: "IPPROTO_TCP", level: Int32(IPPROTO_TCP),
    number: Int32(TCP_DEFER_ACCEPT))

  private static func socket(_ name: String, _ number: Int32) -> SocketOption {
    SocketOption(name: name, levelName: "SOL_SOCKET", level: SOL_SOCKET, number: number)
  }
}
