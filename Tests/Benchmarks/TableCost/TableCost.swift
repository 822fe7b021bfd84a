import BenchmarkSupport
import PortKnowledge
import Sockets

/// One reading of the table against ss, on a table of many connections.
struct TableCost {
  /// What starting and ending ss costs.
  var start = Samples("ss -V (start and end)")
  /// Our reading of the rows.
  var ours = Samples("KernelTable.read()")
  /// The same by ss.
  var tool = Samples("ss -tan")
  /// Our reading of the rows and who holds them.
  var oursWithOwners = Samples("KernelTable.read(withOwners: true)")
  /// The same by ss.
  var toolWithOwners = Samples("ss -tanp")
  /// Our reading where netlink is refused.
  var procNet = Samples("KernelTable.readProcNet()")
  /// How many rows there were in the last reading.
  var rows = 0
  /// How many of them had an owner.
  var owned = 0

  /// Measures everything once a round, one piece of work after the other.
  ///
  /// Two helper processes hold the connections, each half of them.
  init(pairs: Int, rounds: Int) throws {
    let first = try SocketHolder.start(pairs: pairs / 2)
    let second = try SocketHolder.start(pairs: pairs - pairs / 2)
    var warmUp = self
    try warmUp.measureRound()
    for _ in 0..<rounds { try measureRound() }
    first.end()
    second.end()
  }

  private mutating func measureRound() throws {
    try start.measure { try ChildProgram.run(["ss", "-V"]) }
    var table: KernelTable?
    try ours.measure { table = try KernelTable.read() }
    rows = table?.rows.count ?? 0
    try tool.measure { try ChildProgram.run(["ss", "-tan"]) }
    try oursWithOwners.measure { table = try KernelTable.read(withOwners: true) }
    owned = table?.rows.count { !$0.owners.isEmpty } ?? 0
    try toolWithOwners.measure { try ChildProgram.run(["ss", "-tanp"]) }
    try procNet.measure { _ = try KernelTable.readProcNet() }
  }

  /// The results, line by line.
  var report: [String] {
    ["\(rows) rows, \(owned) with an owner"]
      + [start, ours, tool, oursWithOwners, toolWithOwners, procNet].map { $0.line(unit: "ms") }
      + [
        comparison("rows", ours, tool),
        comparison("rows and owners", oursWithOwners, toolWithOwners),
      ]
  }

  private func comparison(_ name: String, _ ours: Samples, _ tool: Samples) -> String {
    let work = max(tool.median - start.median, 0.01)
    return "\(name): \(Samples.text(ours.median / max(tool.median, 0.01))) of ss, "
      + "\(Samples.text(ours.median / work)) of ss without its start"
  }
}
