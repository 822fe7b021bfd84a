/// How many rows of each kind a socket table has.
public struct SocketCounts: Hashable, Sendable {
  /// All rows.
  public private(set) var total = 0
  /// The rows of TCP, in whatever state.
  public private(set) var tcp = 0
  /// The rows of UDP, with and without a peer.
  public private(set) var udp = 0
  /// The UDP sockets that have a peer, which ss shows as ESTAB.
  public private(set) var udpConnected = 0
  /// The rows of the kernel's IPv4 tables.
  public private(set) var ipv4 = 0
  /// The rows of the kernel's IPv6 tables, in which dual-stack sockets stand too.
  public private(set) var ipv6 = 0
  /// How many rows of TCP each state has; both numbers of SYN-RECV count as one.
  public private(set) var tcpStates: [TCPState: Int] = [:]

  /// Counts rows.
  public init(_ rows: [SocketRow]) {
    var states = [Int](repeating: 0, count: 256)
    for row in rows {
      total += 1
      if row.isIPv6Table { ipv6 += 1 } else { ipv4 += 1 }
      if row.transport == .udp {
        udp += 1
        if row.hasPeer { udpConnected += 1 }
      } else {
        tcp += 1
        let state = row.state == .newSynReceived ? .synReceived : row.state
        states[Int(state.rawValue)] += 1
      }
    }
    for (number, count) in states.enumerated() where count > 0 {
      tcpStates[TCPState(rawValue: UInt8(truncatingIfNeeded: number))] = count
    }
  }

  /// How many rows of TCP have a state.
  public subscript(state: TCPState) -> Int {
    tcpStates[state == .newSynReceived ? .synReceived : state] ?? 0
  }

  /// The rows of TCP in LISTEN.
  public var listening: Int { self[.listen] }
  /// The rows of TCP in ESTAB.
  public var established: Int { self[.established] }
  /// The rows of TCP in TIME-WAIT.
  public var timeWait: Int { self[.timeWait] }
  /// The rows of TCP in CLOSE-WAIT.
  public var closeWait: Int { self[.closeWait] }

  /// The states that occur with their counts, in the order of a connection's life:
  /// listeners, open connections, handshakes, and then those that end.
  public var states: [(state: TCPState, count: Int)] {
    tcpStates.map { (state: $0.key, count: $0.value) }.sorted {
      ($0.state.rank, $0.state.rawValue) < ($1.state.rank, $1.state.rawValue)
    }
  }
}

extension TCPState {
  /// The place of a state in lists: listeners first, then open connections, handshakes, endings.
  var rank: Int {
    switch self {
    case .listen: 0
    case .established: 1
    case .synSent: 2
    case .synReceived, .newSynReceived: 3
    case .closeWait: 4
    case .finWait1: 5
    case .finWait2: 6
    case .closing: 7
    case .lastAck: 8
    case .timeWait: 9
    case .closed: 10
    default: 11
    }
  }
}
