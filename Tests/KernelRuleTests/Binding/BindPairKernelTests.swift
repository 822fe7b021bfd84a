import Foundation
import PortKnowledge
import Testing

@Suite("The kernel on bind() beside another socket")
struct BindPairKernelTests {
  private static let isSweep = ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] != nil
  private static let seed: UInt64 = 0xB12D
  private static let isRoot = geteuid() == 0

  /// A cell: what is there, and what is bound beside it.
  private struct Cell {
    var first: PortHolding
    var second: LocalAddress
    var reuse: ReuseOptions
    var transport: TransportProtocol
    /// Whether the first one's options are set only after its `bind()`.
    var isLate = false
  }

  private static func cells(
    _ holdings: [PortHolding], beside transport: TransportProtocol? = nil
  ) -> [Cell] {
    holdings.flatMap { first in
      BindCells.addresses.filter { !first.isLeftOut(beside: $0) }.flatMap { second in
        ReuseOptions.combinations.map {
          Cell(first: first, second: second, reuse: $0, transport: transport ?? first.transport)
        }
      }
    }
  }

  /// All cells in a sweep, else so many of them, drawn by the seed.
  private static func some(_ count: Int, of cells: [Cell]) -> [Cell] {
    var generator = SeededGenerator(seed: seed)
    return isSweep ? cells : Array(cells.shuffled(using: &generator).prefix(count))
  }

  /// Asks the kernel about each cell and reports those where the rule says something else.
  private static func compare(
    _ cells: [Cell], users: (first: UInt32, second: UInt32)? = nil
  ) throws {
    var differing = 0
    for cell in cells {
      let port = try BindCells.freePort()
      let kept = try cell.first.build(port: port, user: users?.first, isLate: cell.isLate)
      defer { LiveSocket.abort(kept) }
      let old = cell.first.model(port: port, user: users?.first ?? 1000)
      let new = BoundSocket(
        cell.transport, cell.second, port, reuse: cell.reuse, user: users?.second ?? 1000)
      let model = BindVerdict([.init("A", PortSharing(old: old, new: new))]).outcome
      let live = try LiveSocket(cell.transport, cell.second, reuse: cell.reuse, user: users?.second)
      let kernel = BindCells.outcome { try live.bind(new.endpoint) }
      guard model != kernel else { continue }
      differing += 1
      Issue.record(
        "\(cell.first), then \(cell.second) \(cell.reuse): model \(model), kernel \(kernel)")
    }
    BindCells.report("bind() of a second socket", cells.count, differing: differing)
    #expect(!cells.isEmpty && differing == 0, "seed \(seed)")
  }

  @Test(
    "is that of the rule, for addresses, options and states",
    arguments: [(TransportProtocol.tcp, 1_400), (.udp, 600)])
  func pairs(transport: TransportProtocol, count: Int) throws {
    try Self.compare(Self.some(count, of: Self.cells(PortHolding.all(transport))))
  }

  @Test("never minds the other protocol")
  func transports() throws {
    let holdings = PortHolding.all(.tcp).filter { $0.stage == .listening }
    try Self.compare(Self.some(150, of: Self.cells(holdings, beside: .udp)))
  }

  @Test("goes by options that were set after the first bind() too")
  func lateOptions() throws {
    let holdings = TransportProtocol.allCases.flatMap(PortHolding.all).filter {
      ($0.stage == .bound || $0.stage == .listening) && !$0.reuse.isEmpty
    }
    let cells = Self.cells(holdings).map { cell in
      var cell = cell
      cell.isLate = true
      return cell
    }
    try Self.compare(Self.some(300, of: cells))
  }

  @Test(
    "asks for one user only where SO_REUSEPORT decides",
    .enabled(if: isRoot, "Only root may open sockets as two users."))
  func users() throws {
    let cells = TransportProtocol.allCases.flatMap { Self.cells(PortHolding.all($0)) }
    try Self.compare(Self.some(500, of: cells), users: (65_534, 65_533))
  }

  @Test(
    "has forgotten whose a closed socket in FIN-WAIT-2 was, but not whose one in use is",
    .enabled(if: isRoot, "Only root may open sockets as two users."))
  func owners() throws {
    for (stage, outcome) in [
      (PortHolding.Stage.closed, ExperimentOutcome.ok), (.finWait2, .error("EADDRINUSE")),
    ] {
      let holding = PortHolding(
        transport: .tcp, bound: LocalAddress(.loopback), isPeerIPv6: false, reuse: .port,
        stage: stage)
      let port = try BindCells.freePort()
      let kept = try holding.build(port: port, user: 65_534)
      defer { LiveSocket.abort(kept) }
      try #require(try BindCells.awaits(.finWait2, at: port))
      let new = BoundSocket(.tcp, LocalAddress(.any), port, reuse: .port, user: 65_533)
      let old = holding.model(port: port, user: 65_534)
      #expect(BindVerdict([.init("A", PortSharing(old: old, new: new))]).outcome == outcome)
      let live = try LiveSocket(.tcp, new.local, reuse: .port, user: 65_533)
      #expect(BindCells.outcome { try live.bind(new.endpoint) } == outcome, "\(stage)")
    }
  }
}
