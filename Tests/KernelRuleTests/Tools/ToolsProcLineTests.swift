import Foundation
import PortKnowledge
import Sockets
import Testing

@Suite("Lines of /proc/net, compared with the kernel's")
struct ToolsProcLineTests {
  private static let count =
    ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] == nil ? 200 : 2000

  /// The address, port and state columns of a socket's line, as the kernel prints them.
  private func printed(_ socket: borrowing Socket) throws -> String? {
    try ProcNetTable.line(ofInode: socket.inode(), socket.transport, socket.family)?
      .split(separator: " ").dropFirst().prefix(3).joined(separator: " ")
  }

  /// The same columns as the rule writes them for this machine's byte order.
  private func written(_ local: Endpoint, _ remote: Endpoint, _ state: TCPState) -> String {
    ProcNetLine(local: local, remote: remote, state: state).columns(byteOrder: .host).prefix(3)
      .joined(separator: " ")
  }

  private func endpoint(_ socket: borrowing Socket) throws -> Endpoint {
    let ends = try socket.ends()
    return try #require(ends.local)
  }

  @Test(
    "are written as the rule says, for listeners, connections and UDP, IPv4 and IPv6",
    .enabled(if: IPv6Loopback.isThere, "\(IPv6Loopback.reason)"))
  func lines() throws {
    var compared = 0
    for index in 0..<Self.count {
      let seed = 0x9_0C_0000 + UInt64(index)
      var generator = SeededGenerator(seed: seed)
      func octet() -> UInt8 { UInt8.random(in: 1...254, using: &generator) }
      let v4 = IPAddress.octets(127, octet(), octet(), octet())
      let bound: IPAddress = [v4, v4, v4, .any, .loopback6, .any6][
        Int.random(in: 0..<6, using: &generator)]
      let called: IPAddress = bound == .any || bound == .any6 ? v4 : bound
      let family: AddressFamily = bound.isIPv6 ? .ipv6 : .ipv4
      let nobody = Endpoint(bound.isIPv6 ? .any6 : .any, 0)

      let listener = try Socket(.tcp, family: family)
      try listener.bind(to: Endpoint(bound, 0))
      try listener.listen(backlog: 3)
      let local = try endpoint(listener)
      #expect(try printed(listener) == written(local, nobody, .listen), "seed \(seed)")

      let client = try Socket(.tcp, family: called.isIPv6 ? .ipv6 : .ipv4)
      try client.connect(to: Endpoint(called, local.port), timeout: .seconds(2))
      _ = try listener.wait(for: .reading, timeout: .seconds(2))
      guard let accepted = try listener.accept() else {
        Issue.record("seed \(seed): nobody came")
        continue
      }
      let server = accepted.take()
      try client.setLinger(seconds: 0)
      let ends = try server.ends()
      let remote = try #require(ends.remote)
      #expect(
        try printed(server) == written(try endpoint(server), remote, .established),
        "seed \(seed)")
      #expect(
        try printed(client)
          == written(try endpoint(client), Endpoint(called, local.port), .established),
        "seed \(seed)")

      let udp = try Socket(.udp, family: family)
      try udp.bind(to: Endpoint(bound, 0))
      #expect(try printed(udp) == written(try endpoint(udp), nobody, .closed), "seed \(seed)")
      compared += 4
    }
    #expect(compared == Self.count * 4)
  }
}
