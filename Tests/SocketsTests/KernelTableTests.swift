import Foundation
import PortKnowledge
import SystemPackage
import Testing

@testable import Sockets

/// The table against sockets whose state is known, and netlink against `/proc/net`.
@Suite struct KernelTableTests {
  /// Waits until both sources show exactly these states at an endpoint, and the same rows.
  ///
  /// Other tests run meanwhile and may have the same port on another address or in UDP.
  private func expect(
    _ states: [TCPState], on end: Endpoint, transport: TransportProtocol = .tcp,
    location: SourceLocation = #_sourceLocation
  ) throws -> [SocketRow] {
    func isOurs(_ row: SocketRow) -> Bool {
      // An IPv4 end in the IPv6 table counts as the same endpoint.
      row.transport == transport
        && [row.local, row.remote].contains {
          $0.port == end.port && $0.address.unmapped == end.address.unmapped
        }
    }
    var seen: ([SocketRow], [SocketRow]) = ([], [])
    let rows = try eventually { () throws -> [SocketRow]? in
      let netlink = try KernelTable.readNetlink(where: isOurs)
      let proc = try KernelTable.readProcNet(where: isOurs)
      seen = (netlink.rows, proc.rows)
      let found = netlink.rows.map(\.state.rawValue).sorted()
      guard found == states.map(\.rawValue).sorted(),
        comparable(netlink.rows) == comparable(proc.rows),
        netlink.rows.count == proc.rows.count, netlink.isComplete
      else { return nil }
      return netlink.rows
    }
    #expect(
      rows != nil, "netlink \(seen.0), /proc \(seen.1)", sourceLocation: location)
    return rows ?? []
  }

  @Test(arguments: loopbacks)
  func aListenerShowsItsBacklogAndWhoWaits(_ address: IPAddress) throws {
    let listener = try makeListener(on: address, backlog: 7)
    let end = try listener.localEndpoint()
    let client = try Socket(.tcp, family: listener.family)
    try client.connect(to: end, timeout: patience)
    // Not accepted yet: the server's end is there, but no process holds it.
    let rows = try expect([.listen, .established, .established], on: end)
    let row = try #require(rows.first { $0.state == .listen })
    #expect(row.local == end)
    #expect(row.remote.port == 0)
    #expect(row.remote.address.isWildcard)
    #expect(row.receiveQueue == 1)
    #expect(row.sendQueue == 7)
    #expect(try row.inode == listener.inode())
    #expect(row.isIPv6Table == address.isIPv6)
    let waiting = try #require(rows.first { $0.local == end && $0.state == .established })
    #expect(waiting.inode == 0)
  }

  @Test(arguments: loopbacks)
  func aConnectionIsTwoRowsAndBytesWaitInTheReceiversQueue(_ address: IPAddress) throws {
    let pair = try Pair.make(on: address)
    #expect(try pair.client.send(Array("nineteen bytes long".utf8)) == 19)
    let rows = try eventually { () throws -> [SocketRow]? in
      let rows = try expect([.listen, .established, .established], on: pair.end)
      return rows.contains { $0.receiveQueue == 19 } ? rows : nil
    }
    let found = try #require(rows)
    let server = try #require(found.first { $0.receiveQueue == 19 })
    let client = try #require(found.first { $0.local.port == pair.clientPort })
    #expect(server.identity == client.identity.swapped)
    #expect(try server.inode == pair.server.inode())
    #expect(try client.inode == pair.client.inode())
  }

  @Test(arguments: loopbacks)
  func closingFirstGoesFromFinWait2ToTimeWait(_ address: IPAddress) throws {
    let pair = try Pair.make(on: address)
    let (end, clientPort) = (pair.end, pair.clientPort)
    try pair.client.shutdown(.writing)
    let half = try expect([.listen, .finWait2, .closeWait], on: end)
    #expect(half.first { $0.state == .finWait2 }?.local.port == clientPort)
    #expect(half.first { $0.state == .closeWait }?.local == end)
    try closeServer(pair, expecting: end, clientPort)
  }

  private func closeServer(
    _ pair: consuming Pair, expecting end: Endpoint, _ clientPort: PortNumber
  ) throws {
    // The whole pair goes: the listener too.
    _ = consume pair
    let rows = try expect([.timeWait], on: end)
    #expect(rows.first?.local.port == clientPort)
    #expect(rows.first?.inode == 0)
  }

  @Test func aFullAcceptQueueLeavesTheNextClientInSynSent() throws {
    let listener = try makeListener(backlog: 0)
    let end = try listener.localEndpoint()
    let first = try Socket(.tcp)
    try first.connect(to: end, timeout: patience)
    _ = try expect([.listen, .established, .established], on: end)
    let second = try Socket(.tcp)
    #expect(try second.startConnecting(to: end) == false)
    let rows = try expect([.listen, .established, .established, .synSent], on: end)
    let waiting = try second.localEndpoint()
    #expect(rows.first { $0.state == .synSent }?.local == waiting)
    #expect(throws: SocketError("connect", endpoint: end, number: .timedOut)) {
      let third = try Socket(.tcp)
      try third.connect(to: end, timeout: .milliseconds(20))
    }
  }

  @Test(arguments: loopbacks)
  func anUDPSocketIsOneRow(_ address: IPAddress) throws {
    let family = AddressFamily(of: address)
    let open = try Socket(.udp, family: family)
    try open.bind(to: Endpoint(address, 0))
    let end = try open.localEndpoint()
    let rows = try expect([.closed], on: end, transport: .udp)
    #expect(rows.first?.stateName == "UNCONN")
    #expect(try rows.first?.inode == open.inode())
    let connected = try Socket(.udp, family: family)
    #expect(try connected.startConnecting(to: end))
    let both = try expect([.closed, .established], on: end, transport: .udp)
    let source = try connected.localEndpoint()
    #expect(both.contains { $0.local == source && $0.remote == end })
  }

  @Test func socketsThatShareAPortAreAllThere() throws {
    let first = try Socket(.tcp)
    try first.set(.reusePort, to: 1)
    try first.bind(to: Endpoint(.loopback, 0))
    try first.listen()
    let end = try first.localEndpoint()
    let second = try Socket(.tcp)
    try second.set(.reusePort, to: 1)
    try second.bind(to: end)
    try second.listen()
    let rows = try expect([.listen, .listen], on: end)
    #expect(Set(rows.map(\.inode)) == [try first.inode(), try second.inode()])
  }

  @Test(.enabled(if: hasIPv6, "this machine has no ::1"))
  func aDualStackListenerShowsAnIPv4ClientInTheIPv6Table() throws {
    let listener = try Socket(.tcp, family: .ipv6)
    try listener.set(.ipv6Only, to: 0)
    // Loopback only: the mapped form of 127.0.0.1 on an IPv6 socket.
    try listener.bind(to: Endpoint(.loopback, 0))
    try listener.listen()
    let end = try listener.localEndpoint()
    #expect(end.address == .v6(0, 0xFFFF_7F00_0001))
    let client = try Socket(.tcp)
    try client.connect(to: Endpoint(.loopback, end.port), timeout: patience)
    let rows = try expect([.listen, .established, .established], on: end)
    let server = try #require(rows.first { $0.local.port == end.port && $0.state != .listen })
    #expect(server.isIPv6Table)
    #expect(server.remote.address.unmapped == .loopback)
    #expect(rows.contains { !$0.isIPv6Table && $0.remote.port == end.port })
  }

  @Test func theOwnerIsThisProcess() throws {
    let listener = try makeListener()
    let end = try listener.localEndpoint()
    let table = try KernelTable.read(ports: [end.port], withOwners: true)
    let row = try #require(table.rows.first { $0.state == .listen && $0.local == end })
    #expect(row.owners.map(\.descriptor) == [listener.number])
    #expect(row.owners.allSatisfy { !$0.name.isEmpty && $0.name.utf8.count <= 15 })
    #expect(row.owners.map(\.processID) == [ProcessInfo.processInfo.processIdentifier])
    #expect(table.hiddenProcesses != nil)
    #expect(table.source == .netlink || table.netlinkError != nil)
  }

  @Test func whereNetlinkIsRefusedProcNetSaysTheSame() throws {
    let listener = try makeListener()
    let end = try listener.localEndpoint()
    let refusal = SocketError("socket", number: .notPermitted)
    let table = try KernelTable.read(insteadOf: refusal) {
      $0.transport == .tcp && $0.local == end
    }
    #expect(table.source == .procNet)
    #expect(table.netlinkError == refusal)
    #expect(table.isComplete)
    let row = try #require(table.rows.first)
    #expect(try row.inode == listener.inode())
    #expect(table.rows.count == 1)
  }

  @Test func stableSocketsAreInEveryReadingWhileOthersComeAndGo() throws {
    let stable = try makeListener()
    let end = try stable.localEndpoint()
    for _ in 0..<50 {
      let pair = try Pair.make()
      try pair.client.setLinger(seconds: 0)
      let table = try KernelTable.read { $0.transport == .tcp && $0.local == end }
      #expect(table.rows.count == 1)
      _ = consume pair
    }
  }
}
