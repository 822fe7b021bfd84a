import PortKnowledge
import Testing

@Suite("A table that is inspected")
struct InspectedTableTests {
  private static let server = Endpoint(.octets(192, 0, 2, 10), 443)
  private static let client = Endpoint(.octets(203, 0, 113, 5), 51_234)

  private func tcp(
    _ state: TCPState, _ local: Endpoint, _ remote: Endpoint? = nil, inode: UInt64 = 0
  ) -> SocketRow {
    let isIPv6 = local.address.isIPv6
    return SocketRow(
      transport: .tcp, state: state, local: local,
      remote: remote ?? Endpoint(isIPv6 ? .any6 : .any, 0), inode: inode, isIPv6Table: isIPv6)
  }

  private func udp(_ local: Endpoint, _ remote: Endpoint? = nil) -> SocketRow {
    SocketRow(
      transport: .udp, state: remote == nil ? .closed : .established, local: local,
      remote: remote ?? Endpoint(local.address.isIPv6 ? .any6 : .any, 0),
      isIPv6Table: local.address.isIPv6)
  }

  @Test("finds the other end on this machine, whatever form the addresses have")
  func mirrors() {
    let mappedServer = Endpoint(.loopback.mapped, 8080)
    let mappedClient = Endpoint(.loopback.mapped, 40_000)
    let listener = tcp(.listen, Endpoint(.any6, 8080), inode: 1)
    let accepted = tcp(.established, mappedServer, mappedClient, inode: 2)
    let caller = tcp(
      .closeWait, Endpoint(.loopback, 40_000), Endpoint(.loopback, 8080), inode: 3)
    let remote = tcp(.established, Self.server, Self.client)
    let table = InspectedTable([listener, remote, caller, accepted])
    #expect(table.mirror(of: accepted) == caller)
    #expect(table.mirror(of: caller) == accepted)
    #expect(table.mirror(of: remote) == nil)
    #expect(table.mirror(of: listener) == nil)
    #expect(table.family(of: caller) == [listener, accepted, caller])
    #expect(table.family(of: accepted) == [listener, accepted, caller])
    #expect(table.family(of: listener) == [listener, accepted, caller])
    #expect(table.family(of: remote) == [remote])
    #expect(table.takesIPv4(listener) == true)
  }

  @Test("does not take a socket that is connected to itself for two")
  func toItself() {
    let end = Endpoint(.loopback, 45_000)
    let row = tcp(.established, end, end)
    let table = InspectedTable([row])
    #expect(table.mirror(of: row) == nil)
    #expect(table.family(of: row) == [row])
  }

  @Test("finds the listener on the address before the one on a wildcard")
  func listeners() {
    let every = tcp(.listen, Endpoint(.any, 443), inode: 1)
    let every6 = tcp(.listen, Endpoint(.any6, 443), inode: 2)
    let own = tcp(.listen, Self.server, inode: 3)
    let other = tcp(.listen, Endpoint(.loopback, 443), inode: 4)
    let row = tcp(.established, Self.server, Self.client)
    #expect(InspectedTable([every6, every, other, own, row]).listener(of: row) == own)
    #expect(InspectedTable([every6, every, other, row]).listener(of: row) == every)
    #expect(InspectedTable([every6, other, row]).listener(of: row) == every6)
    #expect(InspectedTable([other, row]).listener(of: row) == nil)
    let six = tcp(.established, Endpoint(.v6(1, 2), 443), Endpoint(.v6(1, 3), 50_000))
    #expect(InspectedTable([every, six]).listener(of: six) == nil)
    #expect(InspectedTable([every, every6, six]).listener(of: six) == every6)
  }

  @Test("tells who opened a connection")
  func openers() {
    let every = tcp(.listen, Endpoint(.any, 443))
    let came = tcp(.timeWait, Self.server, Self.client)
    let went = tcp(.established, Endpoint(Self.server.address, 40_000), Self.client)
    let asking = tcp(.synSent, Self.server, Self.client)
    let half = tcp(.newSynReceived, Endpoint(Self.server.address, 22), Self.client)
    let table = InspectedTable([every, came, went, asking, half])
    #expect(table.opener(of: came) == .peer)
    #expect(table.opener(of: went) == .thisMachine)
    #expect(table.opener(of: asking) == .thisMachine)
    #expect(table.opener(of: half) == .peer)
    #expect(table.opener(of: every) == nil)
    #expect(table.opener(of: udp(Self.server, Self.client)) == nil)
  }

  @Test("keeps TCP and UDP apart, and follows UDP sockets to those connected to them")
  func datagrams() {
    let receiver = udp(Endpoint(.any, 53))
    let caller = udp(Endpoint(.loopback, 40_000), Endpoint(.loopback, 53))
    let stranger = udp(Endpoint(.octets(192, 0, 2, 10), 40_001), Endpoint(.octets(8, 8, 8, 8), 53))
    let stream = tcp(.listen, Endpoint(.any, 53))
    let connection = tcp(.established, Endpoint(.loopback, 53), Endpoint(.loopback, 40_000))
    let table = InspectedTable([receiver, caller, stranger, stream, connection])
    #expect(table.mirror(of: caller) == nil)
    #expect(table.listener(of: caller) == nil)
    #expect(table.family(of: receiver) == [receiver, caller])
    #expect(table.family(of: stream) == [stream, connection])
  }

  @Test("counts by state and protocol")
  func counts() {
    let table = InspectedTable([
      tcp(.listen, Endpoint(.any, 22)), tcp(.listen, Endpoint(.any6, 22)),
      tcp(.established, Self.server, Self.client),
      tcp(.newSynReceived, Self.server, Endpoint(.octets(203, 0, 113, 5), 1)),
      tcp(.synReceived, Self.server, Endpoint(.octets(203, 0, 113, 5), 2)),
      tcp(.timeWait, Self.server, Endpoint(.octets(203, 0, 113, 5), 3)),
      udp(Endpoint(.any, 53)), udp(Self.server, Self.client),
    ])
    let counts = table.counts
    #expect(counts.total == 8 && counts.tcp == 6 && counts.udp == 2)
    #expect(counts.listening == 2 && counts.established == 1 && counts.timeWait == 1)
    #expect(counts.udpConnected == 1 && counts.ipv6 == 1 && counts.ipv4 == 7)
    #expect(counts[.synReceived] == 2 && counts[.newSynReceived] == 2)
    #expect(
      counts.states.map(\.state) == [.listen, .established, .synReceived, .timeWait])
    #expect(counts.states.reduce(0) { $0 + $1.count } == counts.tcp)
  }

  @Test("names the service of the server's port")
  func services() {
    let every = tcp(.listen, Endpoint(.any, 443))
    let odd = tcp(.listen, Endpoint(.any, 9))
    let came = tcp(.established, Self.server, Endpoint(.octets(203, 0, 113, 5), 22))
    let table = InspectedTable([every, came, odd])
    #expect(table.service(of: every) == "https")
    #expect(table.service(of: came) == "https")
    #expect(came.service == "ssh")
    // MySQL's X protocol is registered on 33060, which is also a port that clients get.
    let query = tcp(
      .established, Endpoint(.loopback, 33_060), Endpoint(.octets(198, 51, 100, 7), 9999))
    #expect(query.servicePort == 9999)
    let mail = tcp(
      .established, Endpoint(.loopback, 33_060), Endpoint(.octets(198, 51, 100, 7), 993))
    #expect(mail.service == "imaps")
    #expect(udp(Endpoint(.any, 123)).service == "ntp")
    #expect(tcp(.listen, Endpoint(.any, 123)).service == nil)
  }

  @Test("agrees with a search through all rows")
  func naive() {
    for seed in 0..<UInt64(60) {
      var random = RandomRows(seed: seed)
      let rows = random.rows(80)
      let table = InspectedTable(rows)
      for row in rows {
        let mirrors = rows.filter {
          row.hasPeer && $0.hasPeer && $0.transport == row.transport
            && $0.local.port == row.remote.port && $0.remote.port == row.local.port
            && $0.local.address.unmapped == row.remote.address.unmapped
            && $0.remote.address.unmapped == row.local.address.unmapped
            && (row.local.port, row.local.address.unmapped)
              != (row.remote.port, row.remote.address.unmapped)
        }
        #expect(table.mirror(of: row) == mirrors.first, "seed \(seed), \(row)")
        let reached = rows.filter {
          $0.isListener && row.transport == .tcp && row.hasPeer && row.state != .synSent
            && $0.local.port == row.local.port
            && ListenerReach(ListedSocket($0)).includes(row.local.address)
        }
        let listener = table.listener(of: row)
        #expect((listener == nil) == reached.isEmpty, "seed \(seed), \(row)")
        if let listener { #expect(reached.contains(listener), "seed \(seed), \(row)") }
        let family = table.family(of: row)
        #expect(family.contains(row), "seed \(seed), \(row)")
        let isOnce = Set(family).count == family.count
        #expect(isOnce || Set(rows).count < rows.count, "seed \(seed), \(row)")
      }
    }
  }
}
