/// A program or file that shows sockets, and the words that it has for them.
///
/// ss and netstat as measured with iproute2 6.1 and net-tools 2.10 on Linux; `/proc/net` as
/// proc_pid_net(5) says.
public enum SocketTool: Hashable, Sendable, CaseIterable {
  /// The table of ss on Linux.
  case ss
  /// A filter of ss.
  case ssFilter
  /// netstat of net-tools on Linux.
  case netstat
  /// `/proc/net/tcp` on a little-endian Linux.
  case procNet

  /// What it is called in a sentence.
  public var title: String {
    switch self {
    case .ss: "ss"
    case .ssFilter: "a filter of ss"
    case .netstat: "netstat on Linux"
    case .procNet: "/proc/net/tcp"
    }
  }

  /// The name of a TCP state; nil for a state that has none there.
  public func name(of state: TCPState) -> String? {
    switch self {
    case .ss: state.ssName
    case .ssFilter: SocketStateSet.name(of: state)
    case .netstat: Self.netstatName(of: state)
    case .procNet: ProcNetLine.text(of: state)
    }
  }

  private static func netstatName(of state: TCPState) -> String? {
    switch state {
    case .established: "ESTABLISHED"
    case .closed: "CLOSE"
    case .finWait1: "FIN_WAIT1"
    case .finWait2: "FIN_WAIT2"
    case .newSynReceived: "SYN_RECV"
    case _ where (1...11).contains(state.rawValue):
      String(state.ssName.map { $0 == "-" ? "_" : $0 })
    default: nil
    }
  }

  /// The local side of a socket; nil for a filter, which has no such column.
  ///
  /// netstat writes `::` for every IPv6 wildcard, dual-stack or not, an IPv6 address without
  /// brackets, and a mapped one as the IPv4 address that it holds.
  public func local(_ socket: ListedSocket) -> String? {
    side(socket, \.local) ?? (self == .ss ? SSListing.local(socket) : nil)
  }

  /// The peer's side of a socket; nil for a filter.
  public func peer(_ socket: ListedSocket) -> String? {
    side(socket, \.remote) ?? (self == .ss ? SSListing.peer(socket) : nil)
  }

  private func side(_ socket: ListedSocket, _ side: KeyPath<SocketRow, Endpoint>) -> String? {
    let endpoint = socket.row[keyPath: side]
    switch self {
    case .ss, .ssFilter: return nil
    case .netstat:
      return "\(endpoint.address.unmapped):\(endpoint.port == 0 ? "*" : "\(endpoint.port)")"
    case .procNet: return ProcNetLine.text(of: endpoint)
    }
  }
}
