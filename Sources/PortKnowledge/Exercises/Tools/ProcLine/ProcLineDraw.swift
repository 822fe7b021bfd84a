/// Draws the endpoints of lines: loopback ones, so that every machine can make the socket.
struct ProcLineDraw {
  var draw: CaseDraw

  /// Service ports whose two bytes differ, so that exchanging them makes another number.
  private static let services: [PortNumber] = [
    22, 25, 80, 143, 443, 993, 3000, 3306, 5432, 6379, 8080, 8443, 9090, 27_017,
  ]

  init(seed: UInt64, level: ExerciseLevel) {
    draw = CaseDraw(seed: seed, level: level, salt: 0x9_0C11)
  }

  /// 127.0.0.1 or, from the medium level on, some other loopback address.
  ///
  /// None reads the same from both ends.
  mutating func address() -> IPAddress {
    if draw.level == .easy, draw.chance(oneIn: 2) { return .loopback }
    if draw.level == .easy { return .octets(127, 0, 0, draw.number(in: 2...99)) }
    return .octets(
      127, draw.number(in: 1...99), draw.number(in: 100...199), draw.number(in: 2...99))
  }

  /// A port on which services listen.
  mutating func service() -> PortNumber { draw.pick(Self.services, else: 8080) }

  /// An ephemeral port whose two bytes differ.
  mutating func ephemeral() -> PortNumber {
    while true {
      let port = PortNumber(draw.number(in: UInt16(32_768)...60_999))
      if port.rawValue.byteSwapped != port.rawValue { return port }
    }
  }

  /// An endpoint of a service.
  mutating func serviceEndpoint() -> Endpoint {
    let address = address()
    return Endpoint(address, service())
  }

  /// An endpoint of a client.
  mutating func clientEndpoint() -> Endpoint {
    let address = address()
    return Endpoint(address, ephemeral())
  }

  /// A listener, or one side of an open connection.
  mutating func anyCase() -> ProcLineCase {
    let service = serviceEndpoint()
    switch draw.number(in: 0...2) {
    case 0: return .listener(on: service)
    case 1: return .connection(.client, from: clientEndpoint(), to: service)
    default: return .connection(.server, from: service, to: clientEndpoint())
    }
  }
}
