import Foundation
import PortKnowledge
import Testing

@Suite("The kernel on listen() and on many sockets of one port")
struct ListenKernelTests {
  private static let isSweep = ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] != nil

  // MARK: Two sockets

  @Test("lets two bound sockets listen as the rule says, in either order")
  func pairs() throws {
    var decisions = 0
    var differing = 0
    for one in BindCells.addresses {
      for two in BindCells.addresses {
        for options in ReuseOptions.combinations {
          for others in ReuseOptions.combinations {
            // By default every fifth pair, the same ones every time.
            let isDrawn = Self.isSweep || (one.hashed &+ two.hashed) % 5 == 0 || one == two
            guard isDrawn else { continue }
            var history = try PortHistory()
            try history.open("A", .tcp, one, options)
            try history.open("B", .tcp, two, others)
            let calls: [PortHistory.Call] = [.bind("A"), .bind("B"), .listen("B"), .listen("A")]
            for call in calls where history.isPossible(call) {
              decisions += 1
              if let difference = history.difference(of: call) {
                differing += 1
                Issue.record("\(one) \(options), \(two) \(others): \(difference)")
              }
            }
          }
        }
      }
    }
    BindCells.report("bind() and listen() of two", decisions, differing: differing)
    #expect(decisions > 500)
  }

  // MARK: Many sockets

  @Test("treats many sockets of one port as the table of ports says")
  func histories() throws {
    var decisions = 0
    var differing = 0
    for index in 0..<UInt64(Self.isSweep ? 6_000 : 250) {
      let seed = 0x4157_0000 + index
      var generator = SeededGenerator(seed: seed)
      var history = try PortHistory()
      var names: [String] = []
      let choices: [ReuseOptions] =
        Bool.random(using: &generator) ? [[], .address] : [.port, .both]
      try history.startWithConnection(choices, using: &generator)
      for name in ["A", "B", "C", "D", "E", "F"].prefix(Int.random(in: 3...6, using: &generator)) {
        let transport: TransportProtocol =
          Int.random(in: 0..<4, using: &generator) == 0 ? .udp : .tcp
        try history.open(
          name, transport, BindCells.addresses.randomElement(using: &generator) ?? .any6Only,
          choices.randomElement(using: &generator) ?? [])
        names.append(name)
      }
      for _ in 0..<16 {
        let name = names.randomElement(using: &generator) ?? "A"
        let call =
          [.bind(name), .bind(name), .listen(name), PortHistory.Call.close(name)]
          .randomElement(using: &generator) ?? .bind(name)
        guard history.isPossible(call) else { continue }
        decisions += 1
        if let difference = history.difference(of: call) {
          differing += 1
          Issue.record("seed \(seed): \(difference)")
        }
      }
      history.end()
    }
    BindCells.report("bind(), listen() and close() of many", decisions, differing: differing)
    #expect(decisions > 1_000)
  }
}

extension LocalAddress {
  /// A number that is the same on every machine.
  fileprivate var hashed: Int { BindCells.addresses.firstIndex(of: self) ?? 0 }
}
