/// Draws the machines, clients and ports of a table.
///
/// Addresses are short ones of the documentation ranges (RFC 5737), so that a row fits a line.
struct ReadSSDraw {
  var draw: CaseDraw
  /// The machine whose table is read.
  let machine: IPAddress
  private var used: Set<IPAddress>
  private var usedPorts: Set<PortNumber> = []

  /// Services that a learner knows.
  private static let services: [PortNumber] = [
    22, 25, 80, 143, 443, 3000, 3306, 5432, 6379, 8080, 8443, 9090,
  ]

  init(seed: UInt64, level: ExerciseLevel) {
    draw = CaseDraw(seed: seed, level: level, salt: 0x55_11)
    machine = .octets(192, 0, 2, draw.number(in: 2...9))
    used = [machine]
  }

  /// A port of a service that is not used yet.
  mutating func service() -> PortNumber {
    let port = draw.pick(Self.services.filter { !usedPorts.contains($0) }, else: 8000)
    usedPorts.insert(port)
    return port
  }

  /// An ephemeral port that is not used yet.
  mutating func ephemeral() -> PortNumber {
    while true {
      let port = PortNumber(draw.number(in: UInt16(32_768)...60_999))
      if usedPorts.insert(port).inserted { return port }
    }
  }

  /// An address of a client elsewhere, which is not used yet.
  mutating func client() -> IPAddress {
    while true {
      let address: IPAddress =
        draw.chance(oneIn: 2)
        ? .octets(203, 0, 113, draw.number(in: 1...9))
        : .octets(192, 0, 2, draw.number(in: 11...99))
      if used.insert(address).inserted { return address }
    }
  }

  /// An address and an ephemeral port of a client elsewhere.
  mutating func clientEndpoint() -> Endpoint {
    let address = client()
    return Endpoint(address, ephemeral())
  }

  /// An address of a server elsewhere, which is not used yet.
  mutating func server() -> IPAddress {
    while true {
      let address = IPAddress.octets(198, 51, 100, draw.number(in: 1...9))
      if used.insert(address).inserted { return address }
    }
  }

  /// Another address of the same machine.
  mutating func secondAddress() -> IPAddress {
    while true {
      let address = IPAddress.octets(192, 0, 2, draw.number(in: 2...9))
      if used.insert(address).inserted { return address }
    }
  }
}
