import PortKnowledge
import Testing

@testable import Demos

/// What changed between two readings.
@Suite struct TableDifferenceTests {
  private func row(
    _ port: UInt16, _ state: TCPState = .established, queue: UInt32 = 0, inode: UInt64 = 1
  ) -> SocketRow {
    SocketRow(
      transport: .tcp, state: state, local: Endpoint(.loopback, PortNumber(port)),
      remote: Endpoint(.loopback, 80), receiveQueue: queue, inode: inode)
  }

  private func read(_ difference: inout TableDifference, _ rows: [SocketRow]) -> [String] {
    difference.reading(rows, roles: [:], decidingFields: [], source: "test").lines
      .map { "\($0.row.local.port) \($0.change)" }
  }

  @Test func linesKeepTheirPlacesAndGoneOnesStayOnce() {
    var difference = TableDifference()
    #expect(read(&difference, [row(1), row(2)]) == ["1 added", "2 added"])
    #expect(
      read(&difference, [row(3), row(2), row(1)]) == ["1 same", "2 same", "3 added"])
    #expect(
      read(&difference, [row(3), row(2, .timeWait)]) == ["1 removed", "2 changed", "3 same"])
    #expect(read(&difference, [row(2, .timeWait), row(3, queue: 5)]) == ["2 same", "3 changed"])
    #expect(read(&difference, [row(1), row(3, queue: 5)]) == ["2 removed", "3 same", "1 added"])
    #expect(read(&difference, []) == ["3 removed", "1 removed"])
    #expect(read(&difference, []) == [])
  }

  @Test func anAcceptedConnectionIsTheSameRow() {
    var difference = TableDifference()
    _ = read(&difference, [row(1, inode: 0)])
    #expect(read(&difference, [row(1, inode: 7)]) == ["1 same"])
    _ = read(&difference, [row(1, .listen, inode: 7)])
    #expect(read(&difference, [row(1, .listen, inode: 8)]) == ["1 removed", "1 added"])
  }

  @Test func theFieldsThatDiffer() {
    #expect(DemoStage.differingFields([]) == [])
    #expect(DemoStage.differingFields([row(1)]) == [])
    #expect(DemoStage.differingFields([row(1), row(1), row(2)]) == [.sourcePort])
    var elsewhere = row(1)
    elsewhere.remote.address = .octets(127, 0, 0, 2)
    #expect(
      DemoStage.differingFields([row(1), row(2), elsewhere])
        == [.sourcePort, .destinationAddress])
  }
}
