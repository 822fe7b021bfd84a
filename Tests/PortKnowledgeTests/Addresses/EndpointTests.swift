import PortKnowledge
import Testing

@Suite("Endpoints and 5-tuples as text")
struct EndpointTests {
  @Test(
    "are an address and a port, with brackets around IPv6 only",
    arguments: [
      ("192.0.2.1:443", Endpoint(.octets(192, 0, 2, 1), 443)), ("0.0.0.0:0", Endpoint(.any, 0)),
      ("[2001:db8::1]:443", Endpoint(.v6(0x2001_0DB8_0000_0000, 1), 443)),
      ("[::]:65535", Endpoint(.any6, 65535)),
      ("[::ffff:192.0.2.1]:80", Endpoint(.v6(0, 0xFFFF_C000_0201), 80)),
    ])
  func endpoints(text: String, endpoint: Endpoint) {
    #expect(Endpoint(text) == endpoint)
    #expect(endpoint.description == text)
  }

  @Test(
    "are refused where a part is missing, doubled or not plain",
    arguments: [
      "", ":", "80", ":80", "192.0.2.1", "192.0.2.1:", "192.0.2.1:65536", "192.0.2.1:080",
      "192.0.2.1:00", "192.0.2.1:+80", "192.0.2.1: 80", "192.0.2.1 :80", "[192.0.2.1]:80",
      "::1:80", "[::1]", "[::1]80", "[::1]:", "[::1:80", "::1]:80", "[]:80", "[:80", "[[::1]]:80",
      "[::1%lo]:80", "*:80", "localhost:80", "192.0.2.1:80:90", "192.0.2.1:https", "[::1]:8 0",
    ])
  func refused(text: String) {
    #expect(Endpoint(text) == nil)
  }

  @Test(
    "are read as tuples with either arrow",
    arguments: [
      "TCP 192.0.2.7:40112 → 192.0.2.10:443", "tcp 192.0.2.7:40112 -> 192.0.2.10:443",
      "Tcp  192.0.2.7:40112  ->  192.0.2.10:443 ",
    ])
  func tuples(text: String) {
    let tuple = FiveTuple(
      .tcp, from: Endpoint(.octets(192, 0, 2, 7), 40112),
      to: Endpoint(.octets(192, 0, 2, 10), 443))
    #expect(FiveTuple(text) == tuple)
  }

  @Test(
    "are refused as tuples where anything is missing or strange",
    arguments: [
      "", "TCP", "192.0.2.7:1 → 192.0.2.10:443", "ICMP 192.0.2.7:1 → 192.0.2.10:443",
      "TCP 192.0.2.7:1 192.0.2.10:443", "TCP 192.0.2.7:1 > 192.0.2.10:443",
      "TCP 192.0.2.7 → 192.0.2.10:443", "TCP 192.0.2.7:1 → 192.0.2.10",
      "TCP 192.0.2.7:1 → 192.0.2.10:443 x", "TCP 192.0.2.7:1→192.0.2.10:443",
    ])
  func refusedTuples(text: String) {
    #expect(FiveTuple(text) == nil)
  }

  @Test("are read back as they were shown")
  func roundTrip() {
    for index in 0..<5000 {
      let seed = 0xE4D_0000 + UInt64(index)
      var generator = SeededGenerator(seed: seed ^ 0x5EED)
      func endpoint() -> Endpoint {
        let port = UInt16(truncatingIfNeeded: generator.next())
        return Endpoint(RandomAddress(seed: generator.next()).address, PortNumber(port))
      }
      let tuple = FiveTuple(
        Bool.random(using: &generator) ? .tcp : .udp, from: endpoint(), to: endpoint())
      #expect(Endpoint(tuple.source.description) == tuple.source, "seed \(seed): \(tuple.source)")
      #expect(FiveTuple(tuple.description) == tuple, "seed \(seed): \(tuple)")
    }
  }
}
