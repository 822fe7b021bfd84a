/// The values of a situation: addresses and ports that the calls name.
struct ErrorDraw {
  /// An address of the host, played on loopback.
  let host: IPAddress
  /// Another address of the same host.
  let second: IPAddress
  /// An address of another host.
  let remote: IPAddress
  /// A port above 1023; its lowest bit is the seed's.
  let port: PortNumber
  /// Another one.
  let otherPort: PortNumber
  /// A port below 1024.
  let lowPort: PortNumber
  /// Something that is said.
  let word: String

  /// The values of a draw.
  init(from draw: inout CaseDraw) {
    let end: UInt8 = draw.number(in: 2...120)
    host = .octets(192, 0, 2, end)
    second = .octets(192, 0, 2, end + 100)
    remote = .octets(198, 51, 100, draw.number(in: 2...250))
    port = PortNumber(5000 + 2 * draw.number(in: UInt16(0)...1900) + UInt16(draw.seed & 1))
    otherPort = PortNumber(port.rawValue + 100)
    lowPort = draw.pick([80, 443, 25, 53, 110, 143, 993], else: 80)
    word = draw.pick(["hi", "ping", "GET", "hello", "42"], else: "hi")
  }

  /// The host's address with the port.
  var place: Endpoint { Endpoint(host, port) }
  /// The host's address with the other port.
  var otherPlace: Endpoint { Endpoint(host, otherPort) }
  /// The other host with the port.
  var far: Endpoint { Endpoint(remote, port) }

  /// Which loopback addresses play the host's own ones.
  var standIns: [IPAddress: IPAddress] {
    [host: .octets(127, 0, 0, 10), second: .octets(127, 0, 0, 11)]
  }

  /// What a call on one socket returns after what went before.
  func outcome(
    _ transport: TransportProtocol, after moves: [CallTheme.Move], of call: SocketCalls.Call
  ) -> ExperimentOutcome {
    let places = SocketCalls.Places(local: place, server: place, closed: otherPlace)
    var story = CallStory(transport, places: places)
    for move in moves { story.add(move) }
    story.add(.call(call))
    return story.lines.last?.outcome ?? .ok
  }
}
