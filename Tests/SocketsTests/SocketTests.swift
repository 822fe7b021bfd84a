import PortKnowledge
import Sockets
import SystemPackage
import Testing

/// Sockets on the real kernel: what calls do, what they say when they fail, and that nothing leaks.
@Suite struct SocketTests {
  @Test func theRecorderShowsTheCallsThatWereMade() throws {
    let log = CallLog()
    let listener = try Socket(.tcp, recorder: log.recorder("server"))
    try listener.bind(to: Endpoint(.loopback, 0))
    let end = try listener.localEndpoint()
    try listener.listen(backlog: 16)
    let number = listener.number
    try listener.close()
    let calls = log.all
    #expect(calls.map(\.name) == ["socket", "bind", "getsockname", "listen", "close"])
    #expect(
      calls.map(\.arguments) == [
        "AF_INET, SOCK_STREAM|SOCK_NONBLOCK|SOCK_CLOEXEC, 0", "\(number), 127.0.0.1:0",
        "\(number)", "\(number), 16", "\(number)",
      ])
    #expect(calls.map(\.result) == [Int(number), 0, 0, 0, 0])
    #expect(calls[2].output == "\(end)")
    #expect(calls.allSatisfy { $0.errorName == nil && $0.actor == "server" })
    #expect(calls.allSatisfy { (0..<5_000_000).contains($0.microseconds) })
  }

  @Test func aTakenPortIsRefusedAndRecorded() throws {
    let log = CallLog()
    let first = try makeListener()
    let end = try first.localEndpoint()
    let second = try Socket(.tcp, recorder: log.recorder("late"))
    let error = #expect(throws: SocketError.self) { try second.bind(to: end) }
    #expect(error == SocketError("bind", endpoint: end, number: .addressInUse))
    #expect(
      error?.description.hasPrefix("bind \(end): address already in use (EADDRINUSE). ") == true)
    let call = try #require(log.all.last)
    #expect(call.name == "bind")
    #expect(call.result == -1)
    #expect(call.errorName == "EADDRINUSE")
    #expect(call.description == "bind(\(second.number), \(end)) = -1 EADDRINUSE")
  }

  @Test func aClosedPortRefusesAConnection() throws {
    let log = CallLog()
    // Bound and not listening: the port cannot become somebody else's meanwhile.
    let silent = try Socket(.tcp)
    try silent.bind(to: Endpoint(.loopback, 0))
    let end = try silent.localEndpoint()
    let client = try Socket(.tcp, recorder: log.recorder())
    #expect(throws: SocketError("connect", endpoint: end, number: .connectionRefused)) {
      try client.connect(to: end, timeout: patience)
    }
    let calls = log.all
    #expect(calls.first { $0.name == "connect" }?.result == -1)
    let told = calls.contains { $0.errorName == "ECONNREFUSED" || $0.output == "ECONNREFUSED" }
    #expect(told, "\(calls)")
  }

  @Test func anAddressThatIsNotHereIsRefused() throws {
    let socket = try Socket(.udp)
    // 192.0.2.0/24 is for documentation (RFC 5737): no machine has it.
    let elsewhere = Endpoint(.octets(192, 0, 2, 1), 0)
    #expect(throws: SocketError("bind", endpoint: elsewhere, number: .addressNotAvailable)) {
      try socket.bind(to: elsewhere)
    }
  }

  @Test func bytesArriveAndTheEndIsSeen() throws {
    let pair = try Pair.make()
    #expect(try pair.server.receive() == nil)
    #expect(try pair.client.send(Array("hello\n".utf8)) == 6)
    #expect(try pair.server.wait(for: .reading, timeout: patience))
    #expect(try pair.server.receive()?.bytes == Array("hello\n".utf8))
    try pair.client.shutdown(.writing)
    #expect(try pair.server.wait(for: .reading, timeout: patience))
    #expect(try pair.server.receive()?.bytes == [])
    #expect(throws: SocketError("send", number: .brokenPipe)) { try pair.client.send([1]) }
  }

  @Test func aDatagramTellsItsSender() throws {
    let log = CallLog()
    let receiver = try Socket(.udp, recorder: log.recorder())
    try receiver.bind(to: Endpoint(.loopback, 0))
    let end = try receiver.localEndpoint()
    let sender = try Socket(.udp, recorder: log.recorder())
    #expect(try sender.send([0x68, 0x69, 0, 0xFF], to: end) == 4)
    #expect(try receiver.wait(for: .reading, timeout: patience))
    let message = try #require(try receiver.receive())
    #expect(message.bytes == [0x68, 0x69, 0, 0xFF])
    let from = try sender.localEndpoint()
    #expect(message.sender == Endpoint(.loopback, from.port))
    let calls = log.all
    #expect(
      calls.contains {
        $0.arguments == "\(sender.number), \"hi\\x00\\xff\", 4, MSG_NOSIGNAL, \(end)"
      })
    #expect(calls.contains { $0.name == "recvfrom" && $0.output == "\"hi\\x00\\xff\"" })
  }

  @Test func aListenerWithNobodyWaitingSaysSo() throws {
    let log = CallLog()
    let listener = try makeListener(recorder: log.recorder())
    #expect(try listener.accept() == nil)
    #expect(log.all.last?.errorName == "EAGAIN")
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try listener.wait(for: .reading, timeout: .milliseconds(30)) == false)
    #expect(clock.now - start >= .milliseconds(30))
  }

  @Test func aResetReachesThePeer() throws {
    let pair = try Pair.make()
    try pair.client.setLinger(seconds: 0)
    try reset(pair)
  }

  private func reset(_ pair: consuming Pair) throws {
    let end = pair.end
    let server = try Self.keepServer(pair)
    #expect(try server.wait(for: .reading, timeout: patience))
    #expect(throws: SocketError("recvfrom", number: .connectionReset)) { try server.receive() }
    // Neither side keeps TIME_WAIT after a reset.
    let gone = try eventually { () throws -> Bool? in
      let rows = try KernelTable.read {
        $0.transport == .tcp && ($0.local == end || $0.remote == end)
      }.rows
      return rows.isEmpty ? true : nil
    }
    #expect(gone == true)
  }

  private static func keepServer(_ pair: consuming Pair) throws -> Socket { pair.takeServer() }

  @Test func optionsAreSetAndRead() throws {
    let socket = try Socket(.tcp)
    #expect(try socket.value(of: .reuseAddress) == 0)
    try socket.set(.reuseAddress, to: 1)
    #expect(try socket.value(of: .reuseAddress) == 1)
    #expect(try socket.pendingError() == nil)
    #expect(throws: SocketError.self) { try socket.set(.ipv6Only, to: 1) }
  }

  @Test func everySocketIsClosedWhateverHappensToIt() throws {
    var inodes: Set<UInt64> = []
    do {
      let pair = try Pair.make()
      let dropped = try Socket(.udp)
      let closed = try Socket(.tcp)
      inodes = [
        try pair.listener.inode(), try pair.client.inode(), try pair.server.inode(),
        try dropped.inode(), try closed.inode(),
      ]
      #expect(inodes.count == 5)
      #expect(inodes.isSubset(of: openInodes()))
      try closed.close()
      _ = consume dropped
      _ = consume pair
    }
    #expect(inodes.isDisjoint(with: openInodes()))
  }

  @Test func closingTellsTheRecorderOnce() throws {
    let log = CallLog()
    do {
      let kept = try Socket(.tcp, recorder: log.recorder())
      _ = kept.number
    }
    try Socket(.tcp, recorder: log.recorder()).close()
    #expect(log.all.map(\.name) == ["socket", "close", "socket", "close"])
  }
}
