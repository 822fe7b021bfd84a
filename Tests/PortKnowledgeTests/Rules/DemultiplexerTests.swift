import PortKnowledge
import Testing

@Suite("Demultiplexing")
struct DemultiplexerTests {
  private static let server = IPAddress.octets(192, 0, 2, 10)
  private static let mapped = IPAddress.v6(0, 0xFFFF_C000_020A)
  private static let otherServer = IPAddress.octets(192, 0, 2, 11)
  private static let client = Endpoint(.octets(198, 51, 100, 7), 40_111)
  private static let destination = Endpoint(server, 443)

  private let syn = ArrivingPacket.syn(from: client, to: destination)
  private let data = ArrivingPacket.segment(from: client, to: destination)
  private let datagram = ArrivingPacket.datagram(from: client, to: destination)

  private func tcp(
    _ address: IPAddress, port: PortNumber = 443, from remote: Endpoint? = nil,
    isIPv6Only: Bool = false, isListening: Bool = true
  ) -> ReceivingSocket {
    ReceivingSocket(
      .tcp, local: Endpoint(address, port), remote: remote, isIPv6Only: isIPv6Only,
      isListening: isListening)
  }

  private func udp(
    _ address: IPAddress, port: PortNumber = 443, from remote: Endpoint? = nil,
    isIPv6Only: Bool = false
  ) -> ReceivingSocket {
    ReceivingSocket(
      .udp, local: Endpoint(address, port), remote: remote, isIPv6Only: isIPv6Only)
  }

  private func verdicts(
    _ packet: ArrivingPacket, _ sockets: [ReceivingSocket]
  ) -> [DeliveryVerdict] {
    Demultiplexer.delivery(of: packet, among: sockets).verdicts
  }

  // MARK: TCP

  @Test("gives a segment to the connection with both its ends, whatever listens")
  func connection() {
    let sockets = [tcp(Self.server), tcp(Self.server, from: Self.client), tcp(.any)]
    #expect(
      verdicts(data, sockets) == [.needsSYN, .receives(.connection), .needsSYN])
    #expect(
      verdicts(syn, sockets) == [
        .outranked(.exactAddress), .receives(.connection), .outranked(.wildcard),
      ])
  }

  @Test("gives a SYN to the listener on the exact address, then to the wildcard, then to ::")
  func listeners() {
    let all = [tcp(.any6), tcp(.any), tcp(Self.mapped), tcp(Self.server)]
    #expect(
      verdicts(syn, all) == [
        .outranked(.dualStackWildcard), .outranked(.wildcard), .nativeFirst,
        .receives(.exactAddress),
      ])
    #expect(
      verdicts(syn, Array(all.prefix(3))) == [
        .outranked(.dualStackWildcard), .outranked(.wildcard), .receives(.exactAddress),
      ])
    #expect(
      verdicts(syn, Array(all.prefix(2))) == [
        .outranked(.dualStackWildcard), .receives(.wildcard),
      ])
    #expect(verdicts(syn, [all[0]]) == [.receives(.dualStackWildcard)])
    for count in 1...4 {
      let forwards = Demultiplexer.delivery(of: syn, among: Array(all.prefix(count)))
      let backwards = Demultiplexer.delivery(of: syn, among: all.prefix(count).reversed())
      #expect(forwards.receiver == count - 1)
      #expect(backwards.receiver == 0, "the order does not matter")
    }
  }

  @Test("gives a segment without SYN to no listener")
  func needsSYN() {
    let delivery = Demultiplexer.delivery(of: data, among: [tcp(Self.server), tcp(.any6)])
    #expect(delivery.receiver == nil && delivery.rule == nil)
    #expect(delivery.verdicts == [.needsSYN, .needsSYN])
  }

  @Test("gives nothing to a socket that is bound but does not listen")
  func notListening() {
    #expect(verdicts(syn, [tcp(Self.server, isListening: false)]) == [.notListening])
    let both = [tcp(Self.server, isListening: false), tcp(.any)]
    #expect(verdicts(syn, both) == [.notListening, .receives(.wildcard)])
  }

  @Test("keeps the families apart, but for a dual-stack ::")
  func families() {
    let six = ArrivingPacket.syn(from: Endpoint(.loopback6, 40_000), to: Endpoint(.loopback6, 443))
    #expect(
      verdicts(syn, [tcp(.any6, isIPv6Only: true), tcp(.loopback6)]) == [
        .otherFamily, .differs([.destinationAddress]),
      ])
    #expect(
      verdicts(six, [tcp(.any), tcp(.any6), tcp(.loopback)]) == [
        .otherFamily, .receives(.wildcard), .differs([.destinationAddress]),
      ])
    #expect(verdicts(six, [tcp(.any6, isIPv6Only: true)]) == [.receives(.wildcard)])
  }

  @Test("names every field in which a socket differs")
  func fields() {
    let stranger = Endpoint(.octets(198, 51, 100, 8), 40_112)
    #expect(
      verdicts(
        data,
        [
          udp(Self.server), tcp(Self.otherServer), tcp(.any, port: 80),
          tcp(Self.server, from: Endpoint(Self.client.address, 40_112)),
          tcp(Self.server, from: Endpoint(stranger.address, 40_111)),
          tcp(Self.otherServer, port: 80, from: stranger),
        ]) == [
          .differs([.transport]), .differs([.destinationAddress]), .differs([.destinationPort]),
          .differs([.sourcePort]), .differs([.sourceAddress]),
          .differs([.sourceAddress, .sourcePort, .destinationAddress, .destinationPort]),
        ])
  }

  @Test("finds the IPv4 connection of an IPv6 listener by its mapped addresses")
  func mappedConnection() {
    let child = tcp(Self.mapped, from: Endpoint(.v6(0, 0xFFFF_C633_6407), 40_111))
    #expect(verdicts(data, [tcp(.any6), child]) == [.needsSYN, .receives(.connection)])
  }

  // MARK: UDP

  @Test("gives a datagram to the connected socket of its source, and no stranger's to it")
  func connectedUDP() {
    let connected = udp(Self.server, from: Self.client)
    let stranger = udp(Self.server, from: Endpoint(Self.client.address, 40_112))
    #expect(
      verdicts(datagram, [udp(Self.server), connected, stranger]) == [
        .outranked(.exactAddress), .receives(.connection), .differs([.sourcePort]),
      ])
    #expect(
      verdicts(datagram, [udp(.any), stranger]) == [.receives(.wildcard), .differs([.sourcePort])])
    #expect(Demultiplexer.delivery(of: datagram, among: [stranger]).receiver == nil)
  }

  @Test("prefers the exact address, then the wildcard, then ::, also over UDP")
  func unconnectedUDP() {
    let all = [udp(.any6), udp(.any), udp(Self.mapped), udp(Self.server)]
    for count in 1...4 {
      #expect(
        Demultiplexer.delivery(of: datagram, among: Array(all.prefix(count))).receiver == count - 1)
    }
    #expect(verdicts(datagram, [udp(.any6, isIPv6Only: true)]) == [.otherFamily])
    #expect(verdicts(datagram, [tcp(Self.server)]) == [.differs([.transport])])
  }

  @Test("gives every datagram to the last one bound of equal UDP sockets")
  func lastBound() {
    let equal = [udp(.any), udp(.any), udp(.any)]
    #expect(
      verdicts(datagram, equal) == [.laterBoundFirst, .laterBoundFirst, .receives(.wildcard)])
    #expect(
      verdicts(datagram, [udp(Self.server), udp(.any)]) == [
        .receives(.exactAddress), .outranked(.wildcard),
      ], "an exact address comes before a later wildcard")
    #expect(
      verdicts(datagram, [udp(Self.server), udp(Self.mapped)]) == [
        .receives(.exactAddress), .nativeFirst,
      ], "and an IPv4 socket before a later IPv6 one")
  }

  @Test("finds nobody among no sockets")
  func nobody() {
    let delivery = Demultiplexer.delivery(of: syn, among: [])
    #expect(delivery.receiver == nil && delivery.verdicts.isEmpty)
  }

  @Test("says of a verdict whether the socket fits")
  func fits() {
    let fitting: [DeliveryVerdict] = [
      .receives(.wildcard), .outranked(.wildcard), .nativeFirst, .laterBoundFirst,
    ]
    let others: [DeliveryVerdict] = [
      .differs([.transport]), .otherFamily, .needsSYN, .notListening,
    ]
    #expect(fitting.allSatisfy { $0.fits })
    #expect(!others.contains { $0.fits })
  }
}
