import Demos
import PortKnowledge
import Sockets
import Synchronization
import Testing

/// "Three tabs, one server" on the real kernel.
@Suite struct ThreeTabsTests {
  private func demo() throws -> Demo { try #require(DemoCatalog.demo(named: "tabs")) }

  @Test func everyEventComesInItsOrder() throws {
    let events = DemoDriver(try demo()).run()
    #expect(events.end == .completed, "\(events)")
    #expect(
      events.kinds == [
        "began 0", "calls", "table", "picture", "remarks", "ended 0",
        "began 1", "calls", "table", "picture", "remarks", "ended 1",
        "began 2", "calls", "table", "picture", "remarks", "ended 2",
        "began 3", "calls", "table", "picture", "remarks", "ended 3",
        "began 4", "asked", "calls", "table", "picture", "settled", "ended 4",
        "began 5", "calls", "table", "picture", "remarks", "ended 5",
        "began 6", "asked", "calls", "table", "picture", "settled", "remarks", "ended 6",
        "began 7", "calls", "table", "picture", "remarks", "ended 7", "over",
      ])
  }

  @Test func theCallsAreTheRealOnes() throws {
    let calls = DemoDriver(try demo()).run().calls
    let byActor = Dictionary(grouping: calls, by: \.actor).mapValues { $0.map(\.name) }
    #expect(Set(byActor.keys) == ["server", "tab 1", "tab 2", "tab 3"])
    #expect(byActor["server"]?.prefix(4) == ["socket", "bind", "getsockname", "listen"])
    #expect(byActor["server"]?.filter { $0 == "accept4" }.count == 3)
    for tab in 1...3 {
      let names = byActor["tab \(tab)"] ?? []
      #expect(names.prefix(2) == ["socket", "connect"])
      #expect(names.contains("getsockname"))
      #expect(names.suffix(2) == ["send", "close"])
    }
    let bind = try #require(calls.first { $0.name == "bind" })
    #expect(bind.arguments.hasSuffix(", 127.0.0.1:0"))
  }

  @Test func theTableGrowsAndShrinksAndKeepsItsOrder() throws {
    let readings = DemoDriver(try demo()).run().readings
    let marks = readings.map { reading in
      reading.lines.map { line in
        let sign =
          switch line.change {
          case .same: ""
          case .added: "+"
          case .removed: "-"
          case .changed: "~"
          }
        return "\(sign)\(line.row.stateName) \(line.role)"
      }
    }
    #expect(
      marks == [
        ["+LISTEN server"],
        ["~LISTEN server", "+ESTAB tab 1", "+ESTAB server"],
        ["~LISTEN server", "ESTAB tab 1", "ESTAB server"],
        ["LISTEN server", "ESTAB tab 1", "ESTAB server", "+ESTAB tab 2", "+ESTAB server"],
        [
          "LISTEN server", "ESTAB tab 1", "ESTAB server", "ESTAB tab 2", "ESTAB server",
          "+ESTAB tab 3", "+ESTAB server",
        ],
        [
          "LISTEN server", "ESTAB tab 1", "ESTAB server", "ESTAB tab 2", "ESTAB server",
          "ESTAB tab 3", "ESTAB server",
        ],
        [
          "LISTEN server", "~TIME-WAIT tab 1", "-ESTAB server", "~TIME-WAIT tab 2",
          "-ESTAB server", "~TIME-WAIT tab 3", "-ESTAB server",
        ],
        ["-LISTEN server", "TIME-WAIT tab 1", "TIME-WAIT tab 2", "TIME-WAIT tab 3"],
      ])
    #expect(readings.allSatisfy { ["netlink sock_diag", "/proc/net"].contains($0.source) })
  }

  @Test func onlyTheSourcePortDiffers() throws {
    let readings = DemoDriver(try demo()).run().readings
    #expect(readings.map(\.decidingFields).filter { !$0.isEmpty } == [[.sourcePort]])
    let clients = try #require(readings.dropFirst(5).first).lines.filter {
      $0.role.hasPrefix("tab")
    }
    #expect(Set(clients.map(\.row.local.port)).count == 3)
    #expect(Set(clients.map(\.row.remote)).count == 1)
  }

  @Test func theTableIsTheOneInProcNet() throws {
    let compared = Mutex<[Int]>([])
    let driver = DemoDriver(try demo()) { runner, event in
      switch event {
      case .tableRead(let reading):
        let rows = reading.lines.filter { $0.change != .removed }.map(\.row)
        guard let end = reading.lines.first?.row.local else { return }
        let now = try? KernelTable.readProcNet {
          $0.transport == .tcp && ($0.local == end || $0.remote == end)
        }
        let found = (now?.rows ?? []).map(Self.withoutBacklog)
        let same = Set(rows.map(Self.withoutBacklog)) == Set(found)
        compared.withLock { $0.append(same ? rows.count : -1) }
      case .questionAsked: runner.answer(nil)
      case .stepEnded: runner.proceed()
      default: break
      }
    }
    #expect(driver.run().end == .completed)
    // The last reading begins with the listener that is gone; its port is the one compared.
    #expect(compared.withLock { $0 } == [1, 3, 3, 5, 7, 7, 4, 3])
  }

  /// `/proc/net/tcp` does not have a listener's backlog.
  private static func withoutBacklog(_ row: SocketRow) -> SocketRow {
    var row = row
    if row.state == .listen { row.sendQueue = 0 }
    return row
  }

  @Test func thePictureIsMadeOfTheRows() throws {
    let events = DemoDriver(try demo()).run()
    let pictures = events.pictures
    #expect(pictures.map(\.left.sockets.count) == [0, 1, 1, 2, 3, 3, 3, 3])
    #expect(pictures.map(\.right.sockets.count) == [1, 2, 2, 3, 4, 4, 1, 0])
    #expect(pictures.map(\.links.count) == [0, 1, 1, 2, 3, 3, 0, 0])
    let full = pictures[5]
    #expect(full.left.name == "browser")
    #expect(full.left.sockets.map(\.note) == ["tab 1", "tab 2", "tab 3"])
    #expect(full.right.sockets.first?.state == "LISTEN")
    #expect(full.links.map(\.left) == [0, 1, 2])
    #expect(full.links.map(\.right) == [1, 2, 3])
  }

  @Test(arguments: [
    (3, 0, true, true), (0, 1, false, false), (2, 3, false, false),
  ])
  func aPredictionIsSettledByTheKernel(
    _ rows: Int, _ side: Int, _ rowsRight: Bool, _ sideRight: Bool
  ) throws {
    let outcomes = DemoDriver(try demo()) { question in
      .choice(question.id == "demo-tabs-rows" ? rows : side)
    }.run().outcomes
    #expect(outcomes.map(\.isCorrect) == [rowsRight, sideRight])
    #expect(
      outcomes.map(\.measured) == [
        "7 rows: 1 LISTEN and 6 for the ends of connections",
        "3 TIME-WAIT rows on the tabs' side, 0 on the server's side",
      ])
    #expect(outcomes.allSatisfy { $0.given != nil && !$0.explanation.isEmpty })
  }

  @Test(arguments: [nil, Answer.choice(99), .choice(-1), .text("7"), .choices([3])])
  func anAnswerThatIsNoOptionCountsAsNone(_ answer: Answer?) throws {
    let outcomes = DemoDriver(try demo()) { _ in answer }.run().outcomes
    #expect(outcomes.count == 2)
    #expect(outcomes.allSatisfy { $0.given == nil && $0.isCorrect == nil })
  }

  @Test func nothingStaysOpenAndItRunsTwiceInARow() throws {
    for _ in 0..<2 {
      let driver = DemoDriver(try demo())
      let events = driver.run()
      #expect(events.end == .completed)
      #expect(driver.inodes.count >= 4)
      #expect(driver.inodes.isDisjoint(with: openInodes()))
      #expect(events.unclosedDescriptors.isEmpty)
    }
  }
}
