import PortKnowledge
import Testing

@testable import Sockets

/// The collector against a dictionary that is keyed the plain way.
@Suite("Rows collected once each") struct RowCollectorTests {
  private struct Key: Hashable {
    var tuple: FiveTuple
    var isIPv6Table: Bool
    var interface: UInt32
    var inode: UInt64
  }

  @Test("Any rows in any order: each socket once, at its first place, as it was last")
  func everySocketOnce() {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(seed: seed)
    func endpoint(_ isIPv6: Bool) -> Endpoint {
      let last = UInt32.random(in: 0...2, using: &generator)
      return Endpoint(
        isIPv6 ? .v6(UInt64(last), 1) : .v4(last),
        PortNumber(UInt16.random(in: 0...9, using: &generator)))
    }
    var collector = RowCollector()
    var rows: [SocketRow] = []
    var places: [Key: Int] = [:]
    for number in 0..<20_000 {
      let isIPv6 = Bool.random(using: &generator)
      let row = SocketRow(
        transport: Bool.random(using: &generator) ? .tcp : .udp,
        state: [.established, .timeWait, .listen].randomElement(using: &generator) ?? .closed,
        local: endpoint(isIPv6), remote: endpoint(isIPv6), receiveQueue: UInt32(number),
        inode: UInt64.random(in: 0...3, using: &generator), isIPv6Table: isIPv6)
      let interface = UInt32.random(in: 0...1, using: &generator)
      let mayShare = row.transport == .udp || row.state == .listen
      let key = Key(
        tuple: row.identity, isIPv6Table: isIPv6, interface: interface,
        inode: mayShare ? row.inode : 0)
      if let place = places[key] {
        rows[place] = row
      } else {
        places[key] = rows.count
        rows.append(row)
      }
      collector.add(row, interface: interface)
    }
    let isSame = collector.rows == rows
    #expect(isSame, "seed \(seed)")
    #expect(rows.count > 5000)
  }
}
