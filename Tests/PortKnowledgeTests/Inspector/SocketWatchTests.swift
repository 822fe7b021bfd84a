import PortKnowledge
import Testing

@Suite("A watched list of sockets")
struct SocketWatchTests {
  private static let server = Endpoint(.loopback, 80)

  private func connection(
    _ port: PortNumber, _ state: TCPState = .established, unread: UInt32 = 0, inode: UInt64 = 0
  ) -> SocketRow {
    SocketRow(
      transport: .tcp, state: state, local: Self.server, remote: Endpoint(.loopback, port),
      receiveQueue: unread, inode: inode)
  }

  private func waiting(_ transport: TransportProtocol, inode: UInt64) -> SocketRow {
    SocketRow(
      transport: transport, state: transport == .tcp ? .listen : .closed, local: Self.server,
      remote: Endpoint(.any, 0), inode: inode)
  }

  private func marks(_ watch: SocketWatch) -> [String] {
    watch.lines.map { "\($0.id) \($0.change) \($0.row.remote.port)" }
  }

  @Test("keeps places, appends what is new and shows once what is gone")
  func places() {
    var watch = SocketWatch(order: .remote)
    watch.take([connection(3), connection(1), connection(2)])
    #expect(marks(watch) == ["0 same 1", "1 same 2", "2 same 3"])
    watch.take([connection(5), connection(3), connection(4), connection(1, .closeWait)])
    #expect(
      marks(watch)
        == ["0 changed 1", "1 removed 2", "2 same 3", "3 added 4", "4 added 5"])
    #expect(watch.count(of: .added) == 2 && watch.count(of: .removed) == 1)
    watch.take([connection(2), connection(5), connection(3, unread: 9), connection(4)])
    #expect(
      marks(watch) == ["0 removed 1", "2 changed 3", "3 same 4", "4 same 5", "5 added 2"])
    watch.take([])
    watch.take([])
    #expect(watch.lines.isEmpty)
  }

  @Test("takes a connection for the same one when it is accepted and when it ends")
  func inodes() {
    var watch = SocketWatch()
    watch.take([connection(1)])
    watch.take([connection(1, inode: 7)])
    #expect(marks(watch) == ["0 same 1"])
    #expect(watch.lines.first?.row.inode == 7)
    watch.take([connection(1, .timeWait)])
    #expect(marks(watch) == ["0 changed 1"])
  }

  @Test(
    "tells sockets that share an address apart by their inodes",
    arguments: [
      TransportProtocol.tcp, .udp,
    ])
  func shared(transport: TransportProtocol) {
    var watch = SocketWatch()
    watch.take([waiting(transport, inode: 1), waiting(transport, inode: 2)])
    watch.take([waiting(transport, inode: 3), waiting(transport, inode: 2)])
    #expect(watch.lines.map(\.row.inode) == [1, 2, 3])
    #expect(watch.lines.map(\.change) == [.removed, .same, .added])
  }

  @Test("keeps its lines and their numbers when it is sorted anew")
  func sorting() {
    var watch = SocketWatch(order: .remote)
    watch.take([connection(1), connection(2, unread: 3), connection(3, unread: 5)])
    watch.sort(by: .queues)
    #expect(watch.order == .queues)
    #expect(watch.lines.map(\.id) == [2, 1, 0])
    watch.take([connection(1), connection(2, unread: 3), connection(3)])
    #expect(marks(watch) == ["2 changed 3", "1 same 2", "0 same 1"])
  }

  @Test("shows each socket once and moves none, whatever comes and goes")
  func properties() {
    for seed in 0..<UInt64(80) {
      var random = RandomRows(seed: seed)
      let pool = random.rows(60)
      var watch = SocketWatch(order: random.pick(SocketOrder.allCases))
      for step in 0..<12 {
        // Some rows twice: the kernel's tables can hold rows that nothing here tells apart.
        var rows = pool.filter { _ in random.number(3) > 0 }
        for index in rows.indices where random.number(5) == 0 { rows[index].receiveQueue += 1 }
        if random.number(2) == 0, !rows.isEmpty { rows.append(random.pick(rows)) }
        let before = watch.lines.filter { $0.change != .removed }
        watch.take(rows)
        let note = "seed \(seed), step \(step)"
        let now = watch.lines
        #expect(Set(now.map(\.id)).count == now.count, "\(note)")
        #expect(now.prefix(before.count).map(\.id) == before.map(\.id), "\(note)")
        let present = now.filter { $0.change != .removed }.map(\.row)
        #expect(present.count == rows.count, "\(note)")
        #expect(counted(present) == counted(rows), "\(note)")
        for (line, old) in zip(now, before) {
          #expect(line.row.identity == old.row.identity && line.change != .added, "\(note)")
          if line.change == .removed { #expect(line.row == old.row, "\(note)") }
        }
        // What is gone and what is new are never the same socket.
        let gone = Set(now.filter { $0.change == .removed }.map { identity($0.row) })
        let new = now.filter { $0.change == .added }.map { identity($0.row) }
        #expect(gone.isDisjoint(with: new), "\(note)")
        let isNew = now.dropFirst(before.count).allSatisfy {
          $0.change == (step == 0 ? .same : .added)
        }
        #expect(isNew, "\(note)")
      }
    }
  }

  private func identity(_ row: SocketRow) -> String {
    "\(row.identity) \(row.isIPv6Table) \(row.isListener || row.transport == .udp ? row.inode : 0)"
  }

  private func counted(_ rows: [SocketRow]) -> [SocketRow: Int] {
    rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
