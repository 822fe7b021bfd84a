import Demos
import PortKnowledge
import Testing

/// "Same number, three sockets" on the real kernel.
@Suite struct SamePortTests {
  private func run(_ choice: Int? = nil) throws -> [DemoEvent] {
    let demo = try #require(DemoCatalog.demo(named: "same-port"))
    return DemoDriver(demo) { _ in choice.map(Answer.choice) }.run()
  }

  @Test func threeSocketsHaveOneNumberAndAFourthIsRefused() throws {
    let events = try run()
    #expect(events.end == .completed, "\(events)")
    let full = try #require(events.readings.dropFirst(2).first).lines.map(\.row)
    #expect(full.count == 3)
    #expect(Set(full.map(\.local.port)).count == 1)
    #expect(full.map(\.transport) == [.tcp, .tcp, .udp])
    #expect(full.map(\.local.address.description) == ["127.0.0.1", "127.0.0.2", "127.0.0.1"])
    let binds = events.calls.filter { $0.name == "bind" }
    #expect(binds.map(\.errorName) == [nil, nil, nil, "EADDRINUSE", nil])
    #expect(binds[3].actor == "the fourth")
    #expect(events.readings.map(\.decidingFields)[2] == [.transport, .sourceAddress])
  }

  @Test func eachMessageReachesItsReceiver() throws {
    let events = try run()
    let heard = events.calls.filter { $0.name == "recvfrom" }
    #expect(heard.map(\.actor) == ["TCP on 127.0.0.1", "TCP on 127.0.0.2", "UDP on 127.0.0.1"])
    #expect(
      heard.map(\.output) == [
        "\"for TCP on 127.0.0.1\"", "\"for TCP on 127.0.0.2\"", "\"for UDP on 127.0.0.1\"",
      ])
    let picture = try #require(events.pictures.dropLast().last)
    #expect(picture.left.sockets.map(\.note) == ["client 1", "client 2", "client 3"])
    #expect(picture.links.count == 3)
    for link in picture.links {
      let left = picture.left.sockets[link.left]
      let right = picture.right.sockets[link.right]
      #expect(left.transport == right.transport)
    }
  }

  @Test(arguments: [(0, false), (1, true), (2, false)])
  func theRealBindSettlesThePrediction(_ choice: Int, _ isRight: Bool) throws {
    let outcome = try #require(try run(choice).outcomes.first)
    #expect(outcome.isCorrect == isRight)
    #expect(outcome.measured == "bind returned 0: granted")
  }

  @Test func nothingIsLeftInTheTable() throws {
    let events = try run()
    let last = try #require(events.readings.last)
    #expect(last.lines.allSatisfy { $0.change == .removed }, "\(last) \(events.end as Any)")
  }
}
