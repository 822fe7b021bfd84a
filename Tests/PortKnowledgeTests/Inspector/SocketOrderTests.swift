import PortKnowledge
import Testing

@Suite("An order of sockets")
struct SocketOrderTests {
  @Test("goes round all orders, each with a title of its own")
  func titles() {
    var order = SocketOrder.kernel
    var seen: [SocketOrder] = []
    for _ in SocketOrder.allCases {
      seen.append(order)
      order = order.next
    }
    #expect(seen == SocketOrder.allCases && order == .kernel)
    #expect(Set(seen.map(\.title)).count == seen.count)
  }

  @Test("is the same however the rows come in", arguments: SocketOrder.allCases)
  func deterministic(order: SocketOrder) {
    for seed in 0..<UInt64(30) {
      var random = RandomRows(seed: seed)
      let rows = random.rows(60)
      let sorted = order.sort(rows)
      #expect(sorted.count == rows.count && Set(sorted) == Set(rows), "seed \(seed)")
      var generator = SeededGenerator(seed: seed)
      let other = order.sort(rows.shuffled(using: &generator))
      if order == .kernel {
        #expect(sorted == rows, "seed \(seed)")
      } else {
        #expect(other.map(Shown.init) == sorted.map(Shown.init), "seed \(seed)")
        #expect(order.sort(sorted) == sorted, "seed \(seed)")
      }
    }
  }

  /// A row without its owners, which no order but that of processes looks at.
  private struct Shown: Equatable {
    var row: SocketRow

    init(_ row: SocketRow) {
      self.row = row
      self.row.owners = []
    }
  }

  @Test("puts first what it is called by")
  func meanings() {
    for seed in 0..<UInt64(20) {
      var random = RandomRows(seed: seed)
      let rows = random.rows(60)
      func isRising<Value: Comparable>(
        _ order: SocketOrder, _ value: (SocketRow) -> Value?
      ) -> Bool {
        let values = order.sort(rows).compactMap(value)
        return zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
      }
      #expect(isRising(.localPort, \.local.port), "seed \(seed)")
      #expect(
        isRising(.remote) { $0.hasPeer ? $0.remote.address.unmapped : nil }, "seed \(seed)")
      #expect(isRising(.remote) { $0.hasPeer ? 0 : 1 }, "seed \(seed)")
      #expect(isRising(.process) { $0.owners.first?.name.lowercased() }, "seed \(seed)")
      #expect(isRising(.process) { $0.owners.isEmpty ? 1 : 0 }, "seed \(seed)")
      #expect(
        isRising(.queues) { -Int($0.receiveQueue) - ($0.isListener ? 0 : Int($0.sendQueue)) },
        "seed \(seed)")
      #expect(isRising(.state) { $0.transport == .udp ? 9 : $0.isListener ? 0 : 1 }, "seed \(seed)")
    }
  }
}
