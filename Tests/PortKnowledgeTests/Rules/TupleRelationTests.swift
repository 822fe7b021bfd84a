import PortKnowledge
import Testing

@Suite("How two 5-tuples stand to each other")
struct TupleRelationTests {
  private let first = FiveTuple(
    .tcp, from: Endpoint(.octets(192, 0, 2, 7), 40112), to: Endpoint(.octets(203, 0, 113, 9), 443))

  @Test("is decided by endpoints and protocol, not by which end comes first")
  func relations() throws {
    let cases: [(String, TupleRelation)] = [
      ("TCP 192.0.2.7:40112 -> 203.0.113.9:443", .identical),
      ("TCP 203.0.113.9:443 -> 192.0.2.7:40112", .reversed),
      ("UDP 192.0.2.7:40112 -> 203.0.113.9:443", .otherProtocol),
      ("UDP 203.0.113.9:443 -> 192.0.2.7:40112", .otherProtocol),
      ("TCP 192.0.2.7:443 -> 203.0.113.9:40112", .crossed),
      ("TCP 203.0.113.9:40112 -> 192.0.2.7:443", .crossed),
      ("TCP 192.0.2.7:40113 -> 203.0.113.9:443", .oneEndpoint),
      ("TCP 203.0.113.9:443 -> 192.0.2.8:40112", .oneEndpoint),
      ("TCP 192.0.2.8:40112 -> 203.0.113.9:80", .noEndpoint),
    ]
    for (text, relation) in cases {
      let second = try #require(FiveTuple(text))
      #expect(TupleRelation(first, second) == relation, "\(text)")
      #expect(TupleRelation(second, first) == relation, "\(text)")
      #expect(relation.isSameConnection == first.isSameConnection(as: second), "\(text)")
    }
  }

  @Test("makes a second connection on the server's port only by another endpoint over TCP")
  func secondConnections() throws {
    let cases: [(String, Bool)] = [
      ("TCP 192.0.2.7:40113 -> 203.0.113.9:443", true),
      ("TCP 192.0.2.8:40112 -> 203.0.113.9:443", true),
      ("TCP 192.0.2.7:40112 -> 203.0.113.8:443", true),
      ("TCP 192.0.2.7:40112 -> 203.0.113.9:443", false),
      ("TCP 203.0.113.9:443 -> 192.0.2.7:40112", false),
      ("TCP 192.0.2.7:40112 -> 203.0.113.9:80", false),
      ("UDP 192.0.2.7:40113 -> 203.0.113.9:443", false),
    ]
    for (text, isSecond) in cases {
      #expect(
        try #require(FiveTuple(text)).isSecondConnection(beside: first) == isSecond, "\(text)")
    }
  }

  @Test("makes none by turning round where both ends have one number")
  func equalPorts() throws {
    let mirrored = try #require(FiveTuple("TCP 192.0.2.7:179 -> 192.0.2.8:179"))
    #expect(!mirrored.swapped.isSecondConnection(beside: mirrored))
  }

  @Test("agrees with the rule for whatever is drawn")
  func agreement() {
    var counts: [TupleRelation: Int] = [:]
    for index in 0..<20_000 {
      let seed = 0x7E1_0000 + UInt64(index)
      var generator = SeededGenerator(seed: seed)
      // Few values, so that they meet often.
      func endpoint() -> Endpoint {
        let host = UInt32.random(in: 1...2, using: &generator)
        return Endpoint(.v4(0xC000_0200 + host), [80, 443].randomElement(using: &generator) ?? 80)
      }
      func tuple() -> FiveTuple {
        FiveTuple(
          Bool.random(using: &generator) ? .tcp : .udp, from: endpoint(), to: endpoint())
      }
      let (one, other) = (tuple(), tuple())
      let relation = TupleRelation(one, other)
      counts[relation, default: 0] += 1
      let isSame =
        one.transport == other.transport
        && [one.source, one.destination].sorted() == [other.source, other.destination].sorted()
      #expect(relation.isSameConnection == isSame, "seed \(seed): \(one), \(other)")
    }
    #expect(counts.count == TupleRelation.allCases.count)
  }
}
