import PortKnowledge
import Testing

@Suite("The order of calls: the rule")
struct CallOrderRuleTests {
  private let order = CallOrder(
    .tcp, server: [.open, .bind, .listen, .accept, .receive, .send, .close],
    client: [.open, .connect, .send, .receive, .close])

  private func index(_ side: CallOrder.Side, _ action: CallOrder.Action) throws -> Int {
    try #require(order.steps.firstIndex(of: CallOrder.Step(side, action)))
  }

  @Test("holds for its own orders, and not for the reverse")
  func solutions() {
    #expect(order.broken(by: order.solution).isEmpty)
    #expect(order.broken(by: order.eagerClientOrder).isEmpty)
    #expect(order.broken(by: order.solution.reversed()).count == order.rules.count)
    #expect(order.solution != order.eagerClientOrder)
  }

  @Test("asks for listen() before connect(), and leaves accept() free of it")
  func crossing() throws {
    let listen = try index(.server, .listen)
    let accept = try index(.server, .accept)
    let connect = try index(.client, .connect)
    let send = try index(.client, .send)
    #expect(order.requires(listen, before: connect))
    #expect(!order.requires(accept, before: connect) && !order.requires(connect, before: accept))
    #expect(!order.requires(accept, before: send) && !order.requires(send, before: accept))
    #expect(order.requires(connect, before: try index(.server, .receive)))
    #expect(order.requires(send, before: try index(.server, .send)))
    #expect(!order.requires(try index(.server, .receive), before: send))
  }

  @Test("lets the client connect and send before the server accepts")
  func eagerClient() throws {
    let eager = order.eagerClientOrder
    let accept = try #require(eager.firstIndex(of: try index(.server, .accept)))
    let send = try #require(eager.firstIndex(of: try index(.client, .send)))
    #expect(send < accept)
  }

  @Test("asks a client that waits for the answer to end its request first")
  func halfClose() throws {
    let order = CallOrder(
      .tcp, server: [.listen, .accept, .receive, .receiveEnd, .send],
      client: [.connect, .send, .shutdownWriting, .receive])
    let reasons = Set(order.rules.map(\.reason))
    #expect(reasons.isSuperset(of: [.endBeforeAnswer, .endWaits, .bytesBeforeEnd]))
    #expect(order.requires(7, before: 4))
  }

  @Test("leaves getsockname() and the listener's close() as free as they are")
  func freeCalls() {
    let order = CallOrder(
      .tcp, server: [.bindToPortZero, .askPort, .listen, .accept, .closeListener, .receive],
      client: [.connect, .send])
    #expect(!order.requires(1, before: 2) && !order.requires(2, before: 1))
    #expect(order.requires(1, before: 6) && order.requires(6, before: 4))
    #expect(!order.requires(4, before: 5) && !order.requires(5, before: 4))
  }
}
