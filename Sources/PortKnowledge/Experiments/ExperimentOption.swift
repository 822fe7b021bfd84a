/// An option that an experiment sets on a socket; socket(7), ip(7), ipv6(7), tcp(7).
public enum ExperimentOption: String, Hashable, Sendable, CaseIterable {
  /// Binding where only old connections, or other such sockets, hold the port.
  case reuseAddress = "SO_REUSEADDR"
  /// Sharing a port with sockets of the same user that ask for it too.
  case reusePort = "SO_REUSEPORT"
  /// IPv6 alone, without IPv4 through mapped addresses.
  case ipv6Only = "IPV6_V6ONLY"
  /// Leaves the choice of the port to connect().
  case bindAddressNoPort = "IP_BIND_ADDRESS_NO_PORT"
  /// The range from which connect() takes ports: the highest in the upper 16 bits, the lowest in
  /// the lower ones.
  case localPortRange = "IP_LOCAL_PORT_RANGE"
  /// The receive buffer in bytes.
  case receiveBuffer = "SO_RCVBUF"
  /// The send buffer in bytes.
  case sendBuffer = "SO_SNDBUF"
  /// Reports ICMP errors on unconnected UDP sockets too.
  case receiveErrors = "IP_RECVERR"
  /// Lets a handshake wait in SYN-RECV until data arrive, in seconds.
  case deferAccept = "TCP_DEFER_ACCEPT"
}
