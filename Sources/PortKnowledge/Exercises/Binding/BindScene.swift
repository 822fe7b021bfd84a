/// The machine on which the sockets of an exercise live: its addresses, and the port it is about.
struct BindScene {
  /// What the rest of the case is drawn from.
  var draw: CaseDraw
  /// The port; its lowest bit is the seed's, so neighbouring seeds never have the same.
  let port: PortNumber
  /// The address of the machine in its network.
  let host: IPAddress
  /// Another address of the same machine.
  let otherHost: IPAddress
  /// A machine elsewhere.
  let peer: IPAddress

  /// The scene of a seed.
  init(seed: UInt64, level: ExerciseLevel, salt: UInt64) {
    draw = CaseDraw(seed: seed, level: level, salt: salt)
    port = draw.pick(seed & 1 == 0 ? Self.evenPorts : Self.oddPorts, else: 8080)
    let last = draw.number(in: UInt8(10)...54)
    host = .octets(192, 0, 2, last)
    otherHost = .octets(192, 0, 2, last + 45)
    peer = .octets(198, 51, 100, draw.number(in: UInt8(100)...254))
  }

  /// A port other than the scene's.
  mutating func otherPort() -> PortNumber {
    draw.pick((Self.evenPorts + Self.oddPorts).filter { $0 != port }, else: 8082)
  }

  /// The elements in another order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { draw.shuffle(elements) }

  /// The loopback addresses that play the addresses of the case, also where they are written as
  /// IPv4-mapped.
  var standIns: [IPAddress: IPAddress] {
    var all: [IPAddress: IPAddress] = [:]
    for address in [host, otherHost, peer] {
      guard case .v4(let bits) = address else { continue }
      let loopback = IPAddress.octets(127, 0, 0, UInt8(truncatingIfNeeded: bits))
      all[address] = loopback
      all[address.mapped] = loopback.mapped
    }
    return all
  }

  // Ports of servers as they are run for work; none below 1024, which would need a right.
  private static let evenPorts: [PortNumber] = [
    8080, 3000, 8000, 9000, 5432, 8888, 9090, 4000, 9200, 8086, 5672, 3306, 1080, 7070,
  ]
  private static let oddPorts: [PortNumber] = [
    8081, 3001, 8443, 6379, 1883, 9093, 7777, 5601, 8125, 9999, 4317, 2379, 5001, 1521,
  ]
}
