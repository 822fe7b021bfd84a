import PortKnowledge

/// Rows of a seed, with few addresses and ports, so that many of them belong together.
struct RandomRows {
  private var generator: SeededGenerator
  private var nextInode: UInt64 = 1000

  static let addresses: [IPAddress] = [
    .loopback, .loopback.mapped, .octets(192, 0, 2, 10), .octets(192, 0, 2, 10).mapped,
    .loopback6, .v6(0x2001_0DB8_0000_0000, 5), .octets(10, 1, 2, 3),
  ]
  static let ports: [PortNumber] = [22, 53, 80, 443, 8080, 8443, 40_000, 40_001, 51_234]
  static let names = ["nginx", "sshd", "Web Content", "postgres", "curl", "NGINX: w", "dnsmasq"]

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[number(values.count)] }

  mutating func rows(_ count: Int) -> [SocketRow] { (0..<count).map { _ in row() } }

  mutating func row() -> SocketRow {
    let transport: TransportProtocol = number(4) == 0 ? .udp : .tcp
    let isWaiting = number(4) == 0
    let states = TCPState.all.filter { $0 != .listen && $0 != .closed } + [.newSynReceived]
    var address = pick(Self.addresses)
    var state: TCPState = pick(states)
    if isWaiting {
      state = transport == .udp ? .closed : .listen
      if number(2) == 0 { address = address.isIPv6 ? .any6 : .any }
    } else if transport == .udp {
      state = .established
    }
    let local = Endpoint(address, pick(Self.ports))
    var remote = Endpoint(address.isIPv6 ? .any6 : .any, 0)
    if !isWaiting {
      let peers = Self.addresses.filter { $0.isIPv6 == address.isIPv6 }
      remote = Endpoint(pick(peers), pick(Self.ports))
    }
    nextInode += 1
    let hasProcess = number(3) > 0
    let owners = (0..<(hasProcess ? 1 + number(2) : 0)).map { index in
      SocketOwner(
        processID: Int32(100 + number(20)), name: pick(Self.names), descriptor: Int32(3 + index))
    }
    return SocketRow(
      transport: transport, state: state, local: local, remote: remote,
      receiveQueue: UInt32(pick([0, 0, 1, 5, 4000])), sendQueue: UInt32(pick([0, 0, 128, 7])),
      inode: hasProcess ? nextInode : 0, userID: UInt32(pick([0, 1000, 33])),
      isIPv6Table: address.isIPv6, owners: owners)
  }
}
