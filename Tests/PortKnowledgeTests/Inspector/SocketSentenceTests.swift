import PortKnowledge
import Testing

@Suite("A sentence about a socket")
struct SocketSentenceTests {
  private static let server = Endpoint(.octets(192, 0, 2, 10), 443)
  private static let client = Endpoint(.octets(203, 0, 113, 5), 51_234)
  private static let nginx = [SocketOwner(processID: 812, name: "nginx", descriptor: 6)]
  private static let curl = [SocketOwner(processID: 7, name: "curl", descriptor: 3)]

  private static func tcp(
    _ state: TCPState, _ local: Endpoint = server, _ remote: Endpoint? = client,
    queues: (UInt32, UInt32) = (0, 0), inode: UInt64 = 0, owners: [SocketOwner] = []
  ) -> SocketRow {
    SocketRow(
      transport: .tcp, state: state, local: local,
      remote: remote ?? Endpoint(local.address.isIPv6 ? .any6 : .any, 0),
      receiveQueue: queues.0, sendQueue: queues.1, inode: owners.isEmpty ? inode : 9,
      isIPv6Table: local.address.isIPv6, owners: owners)
  }

  private static let listener = tcp(
    .listen, Endpoint(.any, 443), nil, queues: (3, 128), owners: nginx)

  private func sentence(_ row: SocketRow, among others: [SocketRow] = [listener]) -> String {
    SocketSentence.sentence(for: row, in: InspectedTable(others + [row]))
  }

  @Test("tells who listens where, and who can reach that")
  func listeners() {
    #expect(
      sentence(Self.listener, among: [])
        == "nginx (pid 812) listens on TCP port 443 of every IPv4 address of this machine. Anyone "
        + "who can reach this machine and is not stopped by a firewall can connect. 3 connections "
        + "wait for accept(); at most 129 may (backlog 128 + 1). Port 443 is registered for https.")
    let database = Self.tcp(.listen, Endpoint(.loopback, 5432), nil, inode: 4)
    #expect(
      sentence(database)
        == "A process that this user cannot see listens on TCP port 5432 of 127.0.0.1 alone. Only "
        + "programs on this machine can connect to it. Port 5432 is registered for postgresql.")
    let dual = Self.tcp(.listen, Endpoint(.any6, 9999), nil, queues: (6, 5), owners: Self.curl)
    #expect(sentence(dual).contains("unless IPV6_V6ONLY is set"))
    #expect(sentence(dual).contains("The accept queue is full: 6 connections wait"))
    let mapped = Self.tcp(
      .established, Endpoint(.loopback.mapped, 9999), Endpoint(.loopback.mapped, 40_000))
    #expect(
      sentence(dual, among: [mapped]).contains("every address of this machine, IPv6 and IPv4."))
    let one = Self.tcp(.listen, Self.server, nil)
    #expect(sentence(one).contains("Anyone who can reach this address"))
    #expect(sentence(one, among: [one]).contains("2 sockets listen on this address and port."))
  }

  @Test("tells who has a connection and who opened it")
  func connections() {
    #expect(
      sentence(Self.tcp(.established, queues: (12, 1), owners: Self.nginx))
        == "nginx (pid 812) has an open connection with 203.0.113.5:51234 on port 443 of "
        + "192.0.2.10. 12 bytes have arrived and have not been read yet. 1 byte of this side's data "
        + "is not acknowledged yet. The peer opened it, for a listener here has port 443. Port 443 "
        + "is registered for https.")
    #expect(
      sentence(Self.tcp(.established))
        == "203.0.113.5:51234 is connected to port 443 of 192.0.2.10, and no process has the "
        + "connection yet: it waits until nginx (pid 812) calls accept(). Port 443 is registered "
        + "for https.")
    let caller = Self.tcp(.established, Self.client, Self.server, owners: Self.curl)
    #expect(
      sentence(caller, among: [])
        == "curl (pid 7) has an open connection from 203.0.113.5:51234 to 192.0.2.10:443. No "
        + "listener here has port 51234, so it was most likely opened from here. Port 443 is "
        + "registered for https.")
    let accepted = Self.tcp(.established, owners: Self.nginx)
    #expect(
      sentence(caller, among: [Self.listener, accepted]).contains(
        "It was opened from port 51234, for a listener here has port 443. Its other end is on this "
          + "machine: nginx (pid 812)."))
  }

  @Test(
    "has one of its own for every state",
    arguments: [
      (TCPState.synSent, "the SYN is sent, and no answer has come yet"),
      (.synReceived, "the last segment of the handshake has not come yet"),
      (.newSynReceived, "No process knows of it yet"),
      (.finWait1, "The FIN is on its way and not acknowledged yet"),
      (.finWait2, "tcp_fin_timeout at most (60 s by default)"),
      (.timeWait, "Linux keeps the row for up to 60 s"),
      (.closeWait, "has connected to port 443 of 192.0.2.10 and closed its side"),
      (.lastAck, "the peer first. The row waits for the acknowledgement"),
      (.closing, "at the same time"), (.closed, "neither connected nor listening"),
      (.established, "calls accept()"), (TCPState(rawValue: 77), "in state 77"),
    ])
  func states(state: TCPState, part: String) {
    #expect(sentence(Self.tcp(state)).contains(part))
  }

  @Test("does not count a FIN as data")
  func ends() {
    let open = Self.tcp(.closeWait, queues: (1, 0), owners: Self.nginx)
    #expect(
      sentence(open).contains("nginx (pid 812) has not closed its own yet. No data is unread"))
    let more = Self.tcp(.closeWait, queues: (13, 0), owners: Self.nginx)
    #expect(sentence(more).contains("12 bytes and the end behind them are not read yet."))
    #expect(!sentence(Self.tcp(.lastAck, queues: (0, 1))).contains("this side's data"))
    #expect(sentence(Self.tcp(.finWait1, queues: (0, 6))).contains("5 bytes of this side's data"))
  }

  @Test("tells UDP sockets with a peer from those without")
  func datagrams() {
    let receiver = SocketRow(
      transport: .udp, state: .closed, local: Endpoint(.any, 53), remote: Endpoint(.any, 0),
      receiveQueue: 768, inode: 3)
    #expect(
      sentence(receiver)
        == "A process that this user cannot see has a UDP socket on port 53 of every IPv4 address "
        + "of this machine. Anyone who can reach this machine and is not stopped by a firewall can "
        + "send to it. Unread datagrams take 768 bytes of the kernel's memory, overhead included. "
        + "Port 53 is registered for domain.")
    let caller = SocketRow(
      transport: .udp, state: .established, local: Endpoint(.loopback, 40_000),
      remote: Endpoint(.loopback, 53), owners: Self.curl)
    #expect(sentence(caller).contains("takes datagrams from there alone"))
    #expect(sentence(caller).contains("Port 53 is registered for domain."))
  }

  @Test("names the first of several processes, and cuts a name that is too long")
  func names() {
    var row = Self.listener
    row.owners += [
      SocketOwner(processID: 812, name: "nginx", descriptor: 7),
      SocketOwner(processID: 813, name: "nginx", descriptor: 6),
    ]
    #expect(sentence(row).hasPrefix("nginx (pid 812 and 1 other process) listens"))
    row.owners = [SocketOwner(processID: 1, name: String(repeating: "é", count: 40), descriptor: 1)]
    #expect(sentence(row).hasPrefix(String(repeating: "é", count: 15) + " (pid 1)"))
  }

  @Test("is never longer than 300 bytes, and ends with a full stop")
  func length() {
    let longest = IPAddress.v6(.max, 0xEEEE_EEEE_EEEE_EEEE)
    for seed in 0..<UInt64(60) {
      var random = RandomRows(seed: seed)
      var rows = random.rows(60)
      if seed % 2 == 0 {
        for index in rows.indices where rows[index].hasPeer {
          rows[index].local.address = longest
          rows[index].remote.address = .v6(.max, .max)
          rows[index].receiveQueue = .max
          rows[index].sendQueue = .max
          if !rows[index].owners.isEmpty {
            rows[index].owners[0].name = String(repeating: "\u{FFFD}", count: 15)
          }
        }
      }
      let table = InspectedTable(rows)
      for row in rows {
        let text = SocketSentence.sentence(for: row, in: table)
        #expect(text.utf8.count <= 300 && text.utf8.count > 40, "seed \(seed): \(text)")
        #expect(text.hasSuffix(".") && !text.contains("  "), "seed \(seed): \(text)")
      }
    }
  }
}
