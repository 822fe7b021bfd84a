import PortKnowledge
import Testing

@Suite("The table of ports")
struct PortTableTests {
  private func socket(_ reuse: ReuseOptions, _ address: IPAddress = .any) -> BoundSocket {
    BoundSocket(.tcp, LocalAddress(address), 8080, reuse: reuse)
  }

  /// As measured: options of the first and second, listen() by the second, then by the first.
  private static let measuredListens: [(ReuseOptions, ReuseOptions, Bool, Bool)] = [
    (.address, .address, true, false), (.port, .port, true, true), (.both, .both, true, true),
    (.address, .both, true, false), (.port, .both, true, true),
  ]

  @Test("lets two bound sockets listen as measured")
  func listens() {
    for (first, second, secondListens, firstListens) in Self.measuredListens {
      var table = PortTable()
      #expect(table.bind("A", socket(first)).isAllowed)
      #expect(table.bind("B", socket(second)).isAllowed)
      #expect(table.listen("B").isAllowed == secondListens, "\(first) and \(second)")
      #expect(table.listen("A").isAllowed == firstListens, "\(first) and \(second)")
    }
  }

  @Test("keeps a socket bound whose listen() failed, so that it may try again")
  func again() {
    var table = PortTable()
    table.bind("A", socket(.address))
    table.bind("B", socket(.address))
    table.listen("A")
    let verdict = table.listen("B")
    #expect(verdict.blocker == .init("A", .listener))
    #expect(verdict.outcome == .error("EADDRINUSE"))
    #expect(table.socket(named: "B")?.state == .closed)
    table.close("A")
    #expect(table.listen("B").outcome == .ok)
    #expect(table.socket(named: "B")?.state == .listen)
  }

  @Test("does not keep a socket whose bind() failed, and names the first that hinders it")
  func refused() {
    var table = PortTable()
    table.bind("A", socket([], .octets(127, 0, 0, 2)))
    table.bind("B", socket([], .loopback))
    let verdict = table.bind("C", socket(.address))
    #expect(verdict.relations.count == 2)
    #expect(verdict.blocker == .init("A", .noCommonOption))
    #expect(table.socket(named: "C") == nil)
    #expect(table.verdict(listening: "C").relations.isEmpty)
  }
}
