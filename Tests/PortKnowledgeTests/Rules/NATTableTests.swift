import PortKnowledge
import Testing

@Suite("A NAT table")
struct NATTableTests {
  private let router = Endpoint(.octets(203, 0, 113, 1), 0).address
  private let server = Endpoint(.octets(192, 0, 2, 80), 443)
  private let other = Endpoint(.octets(192, 0, 2, 81), 443)
  private let first = Endpoint(.octets(10, 0, 0, 5), 51_234)
  private let second = Endpoint(.octets(10, 0, 0, 6), 51_234)
  private let third = Endpoint(.octets(10, 0, 0, 7), 51_234)

  private func table(_ forwards: [NATTable.Forward] = []) -> NATTable {
    NATTable(address: router, range: 40_000...40_001, forwards: forwards)
  }

  private func packet(
    _ source: Endpoint, _ destination: Endpoint, _ transport: TransportProtocol = .tcp
  ) -> FiveTuple {
    FiveTuple(transport, from: source, to: destination)
  }

  private func outside(_ port: PortNumber) -> Endpoint { Endpoint(router, port) }

  @Test("keeps the source port and translates the answer back")
  func thereAndBack() {
    var table = table()
    #expect(table.outbound(packet(first, server)) == packet(outside(51_234), server))
    #expect(table.inbound(packet(server, outside(51_234))) == packet(server, first))
    // The same connection again needs no other entry.
    #expect(table.outbound(packet(first, server)) == packet(outside(51_234), server))
    #expect(table.entries.count == 1)
  }

  @Test("takes the lowest free spare port where another entry has the port, and ends with them")
  func conflict() {
    var table = table()
    #expect(table.outbound(packet(first, server))?.source == outside(51_234))
    #expect(table.outbound(packet(second, server))?.source == outside(40_000))
    #expect(table.outbound(packet(third, server))?.source == outside(40_001))
    #expect(table.outbound(packet(Endpoint(.octets(10, 0, 0, 8), 51_234), server)) == nil)
    #expect(table.inbound(packet(server, outside(40_000))) == packet(server, second))
    #expect(table.inbound(packet(server, outside(40_001))) == packet(server, third))
  }

  @Test("keeps one port for several destinations and for both protocols")
  func sharing() {
    var table = table()
    #expect(table.outbound(packet(first, server))?.source.port == 51_234)
    #expect(table.outbound(packet(second, other))?.source.port == 51_234)
    #expect(table.outbound(packet(third, server, .udp))?.source.port == 51_234)
    #expect(table.inbound(packet(other, outside(51_234)))?.destination == second)
    #expect(table.inbound(packet(server, outside(51_234), .udp))?.destination == third)
  }

  @Test("drops what belongs to no entry: another remote, remote port, protocol or port")
  func unsolicited() {
    var table = table()
    #expect(table.inbound(packet(server, outside(51_234))) == nil)
    _ = table.outbound(packet(first, server))
    #expect(table.inbound(packet(other, outside(51_234))) == nil)
    #expect(table.inbound(packet(Endpoint(server.address, 80), outside(51_234))) == nil)
    #expect(table.inbound(packet(server, outside(51_234), .udp)) == nil)
    #expect(table.inbound(packet(server, outside(51_235))) == nil)
    #expect(table.entries.count == 1)
  }

  @Test("hands a forwarded port on to whoever calls, and translates the answer")
  func forwarding() {
    let web = Endpoint(.octets(10, 0, 0, 9), 80)
    var table = table([NATTable.Forward(.tcp, port: 8080, to: web)])
    let client = Endpoint(.octets(192, 0, 2, 7), 50_000)
    #expect(table.inbound(packet(client, outside(8080))) == packet(client, web))
    #expect(table.outbound(packet(web, client)) == packet(outside(8080), client))
    #expect(table.inbound(packet(client, outside(8080), .udp)) == nil)
    #expect(table.entries.count == 1)
    // What the same host opens by itself has a port of its own.
    let own = Endpoint(web.address, 8080)
    #expect(table.outbound(packet(own, client))?.source == outside(40_000))
  }
}
