import PortKnowledge
import Testing

@Suite("Rows as ss prints them")
struct SSListingTests {
  private static let machine = IPAddress.octets(192, 0, 2, 4)
  private static let client = Endpoint(.octets(203, 0, 113, 5), 51_234)

  @Test(
    "write every kind of local side and peer",
    arguments: [
      (ListedSocket(listener: Endpoint(.any, 80)), "0.0.0.0:80", "0.0.0.0:*"),
      (ListedSocket(listener: Endpoint(.any6, 80)), "*:80", "*:*"),
      (ListedSocket(listener: Endpoint(.any6, 80), isIPv6Only: true), "[::]:80", "[::]:*"),
      (ListedSocket(listener: Endpoint(.loopback6, 631)), "[::1]:631", "[::]:*"),
      (ListedSocket(listener: Endpoint(.loopback, 631)), "127.0.0.1:631", "0.0.0.0:*"),
      (
        ListedSocket(.established, local: Endpoint(machine, 443), remote: client),
        "192.0.2.4:443", "203.0.113.5:51234"
      ),
      (
        ListedSocket(
          .established, local: Endpoint(.v6(0, 0xFFFF_C000_0204), 443),
          remote: Endpoint(.v6(0, 0xFFFF_CB00_7105), 51_234)),
        "[::ffff:192.0.2.4]:443", "[::ffff:203.0.113.5]:51234"
      ),
    ])
  func ends(socket: ListedSocket, local: String, peer: String) {
    #expect(SSListing.local(socket) == local)
    #expect(SSListing.peer(socket) == peer)
    #expect(SSListing.brief(socket) == "\(socket.row.stateName) \(local) \(peer)")
  }

  private let sockets = [
    ListedSocket(listener: Endpoint(.any, 443), waiting: 3, backlog: 128),
    ListedSocket(.closeWait, local: Endpoint(machine, 443), remote: client, unread: 1),
  ]

  @Test("stand below their titles, in narrow columns where wide ones do not fit")
  func lines() {
    #expect(
      SSListing(sockets).lines.map(\.text) == [
        "State      Recv-Q Send-Q Local         Peer",
        "LISTEN     3      128    0.0.0.0:443   0.0.0.0:*",
        "CLOSE-WAIT 1      0      192.0.2.4:443 203.0.113.5:51234",
      ])
    #expect(
      SSListing([sockets[0]], hasQueues: false).lines.map(\.text) == [
        "State   Local        Peer", "LISTEN  0.0.0.0:443  0.0.0.0:*",
      ])
  }

  @Test(
    "have a ▲ under the cell that decides",
    arguments: [
      (SSListing.Column.state, 0), (.receiveQueue, 11), (.sendQueue, 18), (.local, 25),
      (.localPort, 35), (.peer, 39), (.peerPort, 51),
    ])
  func pointers(column: SSListing.Column, start: Int) {
    let lines = SSListing(sockets).lines(pointingAt: 1, column, note: "x")
    #expect(lines.count == 4)
    #expect(lines[3].text == String(repeating: " ", count: start) + "▲ x")
    #expect(SSListing(sockets).lines(pointingAt: 9, column, note: "x").count == 3)
  }
}
