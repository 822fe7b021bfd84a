import Glibc
import PortKnowledge
import Sockets

/// A random sequence of calls and events on one socket.
struct CallSequence {
  let seed: UInt64
  let transport: TransportProtocol
  let places: SocketCalls.Places

  /// The sequence of a seed.
  init(seed: UInt64, _ transport: TransportProtocol) throws {
    self.seed = seed
    self.transport = transport
    // Loopback addresses that no other sequence has: rows in TIME-WAIT stay for a minute.
    let third = UInt8(seed / 250 & 0xFF)
    let fourth = UInt8(1 + seed % 250)
    let own = IPAddress.octets(127, Self.network, third, fourth)
    let theirs = IPAddress.octets(127, Self.network + 1, third, fourth)
    places = SocketCalls.Places(
      local: seed % 5 == 0
        ? Endpoint(.any, try Self.freePort(transport)) : Endpoint(own, 31_400),
      server: Endpoint(theirs, 31_500), closed: Endpoint(theirs, 31_600))
  }

  /// Another pair for each run, so that a test can be repeated at once: rows in TIME-WAIT stay for a
  /// minute, and after two the same pair comes again.
  private static let network = 10 + UInt8(time(nil) % 120) * 2

  /// A port that no socket and no row in TIME-WAIT has on any address.
  private static func freePort(_ transport: TransportProtocol) throws -> PortNumber {
    while true {
      let port = PortNumber(UInt16.random(in: 11_000...31_000))
      do throws(SocketError) {
        try Socket(transport).bind(to: Endpoint(.any, port))
        return port
      } catch {
        guard error.errorName == "EADDRINUSE" else { throw error }
      }
    }
  }

  /// Makes every call in the model and in the kernel; how many, and the first difference in words.
  func compare() throws -> (count: Int, mismatch: String?) {
    var random = SeededGenerator(seed: seed)
    var model = SocketCalls(transport, places: places)
    let live = try LiveCalls(transport, places: places)
    var story: [String] = []
    var calls = 0
    let length = Int.random(in: 3...14, using: &random)
    // Most calls fail on a fresh socket, so every other sequence begins with a connection.
    let first: SocketCalls.Call? = Bool.random(using: &random) ? .connect : nil
    for step in 0..<length {
      let events = Self.events.filter { model.isPossible($0) }
      if step > 0, Int.random(in: 0..<3, using: &random) == 0,
        let event = events.randomElement(using: &random)
      {
        try live.happen(event)
        model.happen(event)
        story.append("\(event)")
        continue
      }
      let drawn = Self.calls(transport).randomElement(using: &random) ?? .send
      let call = step == 0 ? first ?? drawn : drawn
      let expected = model.make(call)
      let seen = live.make(call, expecting: expected)
      calls += 1
      story.append("\(call.rawValue) -> \(seen)")
      if expected != seen {
        return (calls, story.joined(separator: ", ") + " but the model: \(expected)")
      }
    }
    return (calls, nil)
  }

  private static let events: [SocketCalls.Event] = [
    .clientConnects, .clientConnects, .peerSends("hello"), .peerShutsDownWriting, .peerCloses,
    .peerAborts,
  ]

  /// The calls of a protocol; close() ends everything, so it comes seldom.
  private static func calls(_ transport: TransportProtocol) -> [SocketCalls.Call] {
    let usual = SocketCalls.Call.allCases.filter { $0 != .close }
    // What recv() says on a UDP socket after SHUT_RD depends on whether it may wait.
    return transport == .tcp
      ? usual + usual + [.send, .receive, .connect, .close]
      : (usual + usual + [.close]).filter { $0 != .shutdownReading && $0 != .shutdownBoth }
  }
}
