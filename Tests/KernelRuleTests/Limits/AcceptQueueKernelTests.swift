import PortKnowledge
import Sockets
import TestSupport
import Testing

/// The model of the accept queue against the running kernel, many listeners at a time.
@Suite("The accept queue of the kernel")
struct AcceptQueueKernelTests {
  private static let batch = 25
  private let maximum = (try? KernelSettings.greatestBacklog()) ?? AcceptQueue.linuxMaximum

  @Test("holds what the model says, whatever happens before it is full")
  func settled() throws {
    for first in stride(from: 0, to: KernelSweep.count(175), by: Self.batch) {
      let seeds = (first..<first + Self.batch).map { 17_000_000 + UInt64($0) }
      let cases = try seeds.map { try (seed: $0, listener: played(seed: $0)) }
      // Whoever has no place yet gets none within this time either.
      _ = eventually(deadline: .milliseconds(200)) { false }
      try compare(cases)
    }
  }

  @Test("lets clients in that send their SYN again once accept() has made room")
  func sentAgain() throws {
    for first in stride(from: 0, to: KernelSweep.count(Self.batch), by: Self.batch) {
      let seeds = (first..<first + Self.batch).map { 17_500_000 + UInt64($0) }
      let cases = try seeds.map { try (seed: $0, listener: overflowed(seed: $0)) }
      _ = try eventually(deadline: .seconds(30)) { try cases.allSatisfy { try $0.listener.agrees } }
      try compare(cases)
    }
  }

  @Test("shows a backlog that is cut to somaxconn, also a negative one")
  func cut() throws {
    for backlog in [-2_147_483_648, -5, -1, 0, 127, 128, 4095, 4096, 4097, 65_535, 1_000_000] {
      let listener = try HeldListener(backlog: backlog, maximum: maximum)
      let found = try row(of: listener)
      let row = try #require(found)
      #expect(Int(row.sendQueue) == listener.model.backlog, "listen(\(backlog))")
    }
  }

  // MARK: Cases

  /// Clients, accepts, closes and new backlogs in a random order, but nothing that makes room once a SYN
  /// was dropped: it would be sent again in the middle of the case.
  private func played(seed: UInt64) throws -> HeldListener {
    var generator = SeededGenerator(seed: seed)
    func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    let listener = try HeldListener(backlog: random(0...6), maximum: maximum)
    for _ in 0..<random(2...14) {
      switch random(0...9) {
      case 0 where listener.model.unanswered == 0: try listener.listen(backlog: random(0...6))
      case 1...2 where listener.model.unanswered == 0: try listener.accept()
      case 3 where !listener.model.places.isEmpty:
        let client = random(0...listener.model.places.count - 1)
        try listener.close(client: client, isReset: random(0...1) == 0)
      default: try listener.connect()
      }
    }
    return listener
  }

  /// More clients than there is room for, then as many are accepted: of SYNs that are sent again
  /// at once, the kernel may answer more than it has room for.
  private func overflowed(seed: UInt64) throws -> HeldListener {
    var generator = SeededGenerator(seed: seed)
    let backlog = Int.random(in: 0...4, using: &generator)
    let listener = try HeldListener(backlog: backlog, maximum: maximum)
    let accepts = Int.random(in: 1...backlog + 1, using: &generator)
    let lost = Int.random(in: 1...accepts, using: &generator)
    for _ in 0..<backlog + 1 + lost { try listener.connect() }
    for _ in 0..<accepts { try listener.accept() }
    listener.sendAgain()
    return listener
  }

  // MARK: Comparing

  private func compare(_ cases: [(seed: UInt64, listener: HeldListener)]) throws {
    let ports = Set(cases.map(\.listener.endpoint.port))
    let rows = try KernelTable.read(ports: ports).rows.filter { $0.state == .listen }
    for (seed, listener) in cases {
      let model = listener.model
      let name = "seed \(seed): \(listener.story)"
      let connected = try listener.connectedClients()
      #expect(connected == listener.expectedClients, "\(name)")
      let row = try #require(rows.first { $0.local == listener.endpoint }, "\(name)")
      #expect(Int(row.receiveQueue) == model.waiting, "\(name)")
      #expect(Int(row.sendQueue) == model.backlog, "\(name)")
    }
  }

  private func row(of listener: HeldListener) throws -> SocketRow? {
    try KernelTable.read(ports: [listener.endpoint.port]).rows.first { $0.state == .listen }
  }
}
