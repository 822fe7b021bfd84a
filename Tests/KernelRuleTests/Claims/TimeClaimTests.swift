import Foundation
import Glibc
import TestSupport
import Testing

/// Times are read from the kernel's own timers, by ss with -o: no test waits for a minute.
@Suite(
  "What the lessons say of times",
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ss"), "ss is missing"))
struct TimeClaimTests {
  /// The rows of ss -tan with timers from one port of this machine to another: one port alone may be
  /// that of a stranger's row in TIME-WAIT too.
  private func rows(_ port: UInt16, to other: UInt16) async throws -> [String] {
    let told = try await Command(
      "/usr/bin/ss",
      ["-tanoH", "( sport = :\(port) and dport = :\(other) and src 127.0.0.1 and dst 127.0.0.1 )"]
    ).run()
    return told.output.split(separator: "\n").map(String.init)
  }

  private func settle(
    _ port: UInt16, to other: UInt16, _ condition: ([String]) -> Bool
  ) async throws -> [String] {
    var last: [String] = []
    let holds = try await eventually {
      last = try await rows(port, to: other)
      return condition(last)
    }
    #expect(holds, "\(last)")
    return last
  }

  @Test("TIME-WAIT begins with sixty seconds, whatever tcp_fin_timeout is")
  func timeWait() async throws {
    let listener = try RawSocket()
    try listener.bind()
    try listener.listen()
    let port: UInt16
    do {
      let client = try RawSocket()
      try client.connect(listener.port)
      port = client.port
      let accepted = try listener.accept()
      // The client closes first, so the row stays with it.
      try RawSocket.check("shutdown", shutdown(client.number, Int32(SHUT_WR)))
      _ = accepted
    }
    let rows = try await settle(port, to: listener.port) {
      $0.contains { $0.hasPrefix("TIME-WAIT") }
    }
    let row = rows.first { $0.hasPrefix("TIME-WAIT") } ?? ""
    let match = try #require(row.firstMatch(of: #/timer:\(timewait,(\d+)sec/#), "\(row)")
    // A machine that is busy looks a little late; the other times that are told of it lie far away.
    let seconds = try #require(Int(match.1))
    #expect((45...60).contains(seconds), "\(row)")
  }

  @Test("the first SYN is repeated after a second, while the accept queue is full")
  func repeatedSYN() async throws {
    let listener = try RawSocket()
    try listener.bind()
    try listener.listen(0)
    let first = try RawSocket()
    try first.connect(listener.port)
    let second = try RawSocket()
    try RawSocket.check("fcntl", fcntl(second.number, F_SETFL, O_NONBLOCK))
    #expect(RawSocket.code { try second.connect(listener.port) } == EINPROGRESS)
    let rows = try await rows(second.port, to: listener.port)
    #expect(rows.count == 1 && rows[0].hasPrefix("SYN-SENT"), "\(rows)")
    // The timer runs from one second down. Where this machine was too slow to look in time, the SYN
    // was repeated already, and nothing can be said of the first wait.
    let match = try #require(rows.first?.firstMatch(of: #/timer:\(on,(.+),(\d+)\)/#), "\(rows)")
    if match.2 == "0", match.1.hasSuffix("ms"), let left = Int(match.1.dropLast(2)) {
      #expect(left <= 1000, "\(rows)")
    }
  }

  @Test("where the FINs cross, both sides end in TIME-WAIT")
  func crossingFINs() async throws {
    let listener = try RawSocket()
    try listener.set(SOL_SOCKET, SO_RCVBUF, 2048)
    try listener.bind()
    try listener.listen()
    let client = try RawSocket()
    try client.set(SOL_SOCKET, SO_RCVBUF, 2048)
    try client.connect(listener.port)
    let server = try listener.accept()
    // Both windows are filled, so both FINs wait behind bytes that the other side has no room for.
    let ends = [client, server]
    let chunk = [UInt8](repeating: 1, count: 65_536)
    for end in ends {
      try RawSocket.check("fcntl", fcntl(end.number, F_SETFL, O_NONBLOCK))
      while send(end.number, chunk, chunk.count, Int32(MSG_NOSIGNAL)) > 0 {}
      try RawSocket.check("shutdown", shutdown(end.number, Int32(SHUT_WR)))
    }
    let ports = [(client.port, server.port), (server.port, client.port)]
    var room = chunk
    var last: [String] = []
    // Read on both sides in turn until the kernel has the two rows where they belong.
    let isDone = try await eventually {
      for end in ends { while recv(end.number, &room, room.count, 0) > 0 {} }
      var states: [String] = []
      for (port, other) in ports {
        states += try await rows(port, to: other).map { String($0.prefix { $0 != " " }) }
      }
      last = states
      return states == ["TIME-WAIT", "TIME-WAIT"]
    }
    #expect(isDone, "\(last)")
  }

  @Test("connect() may take a TIME-WAIT tuple of loopback over after a second, and not at once")
  func takenOver() async throws {
    let setting = try String(
      contentsOfFile: "/proc/sys/net/ipv4/tcp_tw_reuse", encoding: .utf8)
    guard setting.hasPrefix("2") else {
      try Test.cancel("tcp_tw_reuse is not as Linux sets it")
    }
    let listener = try RawSocket()
    try listener.bind()
    try listener.listen()
    func only(_ port: UInt16) throws -> RawSocket {
      let client = try RawSocket()
      // IP_LOCAL_PORT_RANGE: one port.
      try client.set(
        Int32(IPPROTO_IP), 51, Int32(bitPattern: UInt32(port) << 16 | UInt32(port)))
      return client
    }
    if RawSocket.code(of: { _ = try only(listener.port) }) == ENOPROTOOPT {
      try Test.cancel("this kernel has no IP_LOCAL_PORT_RANGE")
    }
    let probe = try RawSocket()
    try probe.connect(listener.port)
    let port = probe.port
    try probe.set(SOL_SOCKET, SO_REUSEADDR, 1)
    let start = ContinuousClock.now
    try RawSocket.check("shutdown", shutdown(probe.number, Int32(SHUT_WR)))
    do { _ = try listener.accept() }
    _ = try await settle(port, to: listener.port) { $0.contains { $0.hasPrefix("TIME-WAIT") } }
    let early = try only(port)
    let code = RawSocket.code { try early.connect(listener.port) }
    // On a machine that is too slow the second may be over.
    guard ContinuousClock.now - start < .milliseconds(900) else { return }
    #expect(code == EADDRNOTAVAIL)
    let isTaken = try eventually {
      let later = try only(port)
      return RawSocket.code { try later.connect(listener.port) } == nil
    }
    #expect(isTaken)
    #expect(ContinuousClock.now - start > .milliseconds(500))
  }
}
