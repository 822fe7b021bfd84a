import Foundation
import Glibc
import TestSupport
import Testing

@Suite(
  "What the lessons say of network namespaces",
  .enabled("a network namespace may not be made here") {
    guard geteuid() == 0 else { return false }
    return try await Command("/usr/bin/unshare", ["-n", "/bin/true"]).run().status == 0
  })
struct NamespaceClaimTests {
  private static let newNetwork: Int32 = 0x4000_0000

  /// Gives the calling thread a network of its own; the thread must end soon after.
  private static func leave() -> Bool {
    // The C library has it, but no header that Swift can see.
    guard let symbol = dlsym(nil, "unshare") else { return false }
    let unshare = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
    return unshare(newNetwork) == 0
  }

  @Test("two of them may both have a listener on one port, and neither reaches the other")
  func samePort() async throws {
    let listener = try RawSocket()
    try listener.bind(0, host: 0)
    try listener.listen()
    let port = listener.port
    try await onOwnThread {
      try #require(Self.leave())
      let other = try RawSocket()
      try other.bind(port, host: 0)
      try other.listen()
      // Its own loopback is not even up: nothing leads to the listener outside.
      let client = try RawSocket()
      #expect(RawSocket.code { try client.connect(port) } == ENETUNREACH)
    }
  }

  @Test("each has a border of its own for low ports, and settings of its own")
  func border() async throws {
    let outside = try setting()
    try await onOwnThread {
      try #require(Self.leave())
      let file = try #require(fopen("/proc/sys/net/ipv4/ip_unprivileged_port_start", "w"))
      fputs("0\n", file)
      fclose(file)
      try UserOfThread.loseEverything()
      #expect(try self.setting() == "0")
      let socket = try RawSocket()
      #expect(RawSocket.code { try socket.bind(80, host: 0) } == nil)
    }
    #expect(try setting() == outside)
  }

  private func setting() throws -> String {
    try String(contentsOfFile: "/proc/sys/net/ipv4/ip_unprivileged_port_start", encoding: .utf8)
      .filter(\.isNumber)
  }
}
