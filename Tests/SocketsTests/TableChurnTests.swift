import PortKnowledge
import SystemPackage
import Testing

@testable import Sockets

/// The real kernel's table while connections come and go as fast as this machine makes them.
@Suite("The table while connections come and go") struct TableChurnTests {
  /// Of one connection either end may be met first; both stand for one row.
  private struct Row: Hashable {
    var identity: FiveTuple
    var state: TCPState
    var inode: UInt64

    init(_ row: SocketRow) {
      identity = row.identity
      state = row.state
      inode = row.inode
    }
  }

  @Test("500 sockets that stay are in each of 100 readings, once")
  func stableSocketsStay() throws {
    // Nobody else has this address, so whatever is on it is of this test.
    let address = IPAddress.octets(127, 83, 2, 1)
    let listener = try Socket(.tcp)
    try listener.bind(to: Endpoint(address, 0))
    try listener.listen(backlog: 512)
    let end = try listener.localEndpoint()
    let crowd = try ConnectionCrowd(listener: listener.number, at: end)
    try crowd.grow(to: 250, accepting: 250, from: { _ in address }, while: { _ in true })
    func read() throws -> KernelTable {
      try KernelTable.readNetlink { $0.local.address == address }
    }
    let settled = try eventually { () throws -> [Row]? in
      let rows = try read().rows.map(Row.init)
      return rows.count == 501 ? rows : nil
    }
    let expected = Set(try #require(settled))
    #expect(expected.count == 501)
    #expect(expected.count { $0.inode == 0 } == 0)

    let churn = ConnectionChurn(on: .loopback)
    let churn6 = hasIPv6 ? ConnectionChurn(on: .loopback6) : nil
    let clock = ContinuousClock()
    let start = clock.now
    var readings = 0
    var others = 0
    while readings < 100 || churn.connections < 400, clock.now - start < .seconds(300) {
      var other = 0
      let table = try KernelTable.readNetlink { row in
        if row.local.address != address { other += 1 }
        return row.local.address == address
      }
      readings += 1
      others = max(others, other)
      #expect(table.rows.count == 501, "reading \(readings)")
      let missing = expected.subtracting(table.rows.map(Row.init))
      #expect(missing.isEmpty, "reading \(readings)")
      #expect(table.isComplete, "reading \(readings)")
      if !missing.isEmpty { break }
    }
    let rate = Double(churn.connections) / ((clock.now - start) / .seconds(1))
    #expect(churn.end() == nil)
    if let churn6 { #expect(churn6.end() == nil) }
    #expect(readings >= 100, "\(rate) connections a second")
    #expect(churn.connections >= 400, "\(rate) connections a second")
    #expect(others > 0)
    // Both are held open until here.
    #expect(try listener.localEndpoint() == end)
    #expect(crowd.progress.connected == 250)
    Attachment.record("\(readings) readings, \(Int(rate)) connections a second", named: "rate.txt")
  }
}
