import PortKnowledge
import Testing

@Suite("A connection that is used and ended")
struct CloseHistoryTests {
  private typealias States = [TCPState?]

  private func states(_ history: CloseHistory) -> [TCPState?] {
    [history.client.state, history.server.state]
  }

  private func client(_ operation: CloseCall.Operation) -> CloseCall {
    CloseCall(.client, operation)
  }

  private func server(_ operation: CloseCall.Operation) -> CloseCall {
    CloseCall(.server, operation)
  }

  @Test("starts with both ends in ESTAB and nobody in TIME-WAIT")
  func start() {
    let history = CloseHistory()
    #expect(states(history) == [.established, .established])
    #expect(history.timeWaitHolder == nil && history.results.isEmpty)
  }

  @Test("leaves TIME-WAIT to whoever closes first", arguments: ConnectionSide.allCases)
  func holder(first: ConnectionSide) {
    var history = CloseHistory()
    history.perform(CloseCall(first, .close))
    #expect(history[first].state == .finWait2 && history[first.peer].state == .closeWait)
    #expect(history.timeWaitHolder == nil)
    history.perform(CloseCall(first.peer, .close))
    #expect(history[first].state == .timeWait && history[first.peer].state == nil)
    #expect(history.timeWaitHolder == first && history.firstToEnd == first)
  }

  @Test("goes on in one direction after shutdown() in the other")
  func halfClose() {
    let history = CloseHistory([
      client(.send(3)), client(.shutdownWriting), server(.receive(upTo: 10)),
      server(.receive(upTo: 10)), server(.send(7)), client(.receive(upTo: 5)), client(.send(1)),
      server(.close), client(.receive(upTo: 5)), client(.receive(upTo: 5)),
    ])
    #expect(
      history.results == [
        .ok, .ok, .bytes(3), .endOfStream, .ok, .bytes(5), .brokenPipe, .ok, .bytes(2),
        .endOfStream,
      ])
    #expect(states(history) == [.timeWait, nil])
    #expect(history.client.isOpen && !history.client.isConnected)
  }

  @Test("is reset by close() with unread bytes, and the peer learns it once")
  func unread() {
    let history = CloseHistory([
      client(.send(4)), server(.close), client(.receive(upTo: 9)), client(.receive(upTo: 9)),
      client(.send(1)), client(.shutdownWriting),
    ])
    #expect(
      history.results == [.ok, .ok, .connectionReset, .endOfStream, .brokenPipe, .notConnected])
    #expect(states(history) == [nil, nil])
    #expect(history.reset == .init(call: 1, sender: .server, cause: .unread(4)))
  }

  @Test("hands out what came before an RST first")
  func bytesBeforeReset() {
    let history = CloseHistory([
      server(.send(5)), server(.abort), client(.receive(upTo: 3)), client(.shutdownWriting),
      client(.receive(upTo: 3)), client(.receive(upTo: 3)), client(.receive(upTo: 3)),
    ])
    #expect(
      history.results == [
        .ok, .ok, .bytes(3), .notConnected, .bytes(2), .connectionReset, .endOfStream,
      ])
    #expect(history.reset?.cause == .linger)
  }

  @Test("takes one more send() after the peer's close(), which is answered with an RST")
  func sendToClosed() {
    var history = CloseHistory([client(.close), server(.send(5))])
    #expect(history.results.last == .ok)
    #expect(states(history) == [nil, nil])
    #expect(history.reset == .init(call: 1, sender: .client, cause: .dataAfterClose))
    #expect(history.perform(server(.receive(upTo: 9))) == .endOfStream)
    #expect(history.perform(server(.send(5))) == .brokenPipe)
    #expect(history.perform(server(.send(5))) == .brokenPipe)
    #expect(history.perform(server(.receive(upTo: 9))) == .endOfStream)
  }

  @Test("reports an RST as EPIPE only where a FIN had come before")
  func brokenPipeOrReset() {
    let afterFIN = CloseHistory([
      client(.shutdownWriting), client(.abort), server(.send(1)), server(.send(1)),
    ])
    #expect(afterFIN.results.suffix(2) == [.brokenPipe, .brokenPipe])
    let withoutFIN = CloseHistory([client(.abort), server(.send(1)), server(.send(1))])
    #expect(withoutFIN.results.suffix(2) == [.connectionReset, .brokenPipe])
    let afterOwnFIN = CloseHistory([
      server(.shutdownWriting), client(.abort), server(.send(1)), server(.send(1)),
    ])
    #expect(afterOwnFIN.results.suffix(2) == [.connectionReset, .brokenPipe])
  }

  @Test("keeps TIME-WAIT whatever the program does with its descriptor")
  func timeWaitStays() {
    let start = [client(.shutdownWriting), server(.send(9)), server(.close)]
    for ending in [CloseCall.Operation.close, .abort] {
      let history = CloseHistory(start + [client(ending)])
      #expect(states(history) == [.timeWait, nil])
      #expect(history.reset == nil)
    }
  }

  @Test("waits where nothing has come and nothing has ended")
  func nothingYet() {
    let history = CloseHistory([client(.receive(upTo: 1)), client(.shutdownWriting)])
    #expect(history.results == [.nothingYet, .ok])
    #expect(CloseResult.nothingYet.errorName == "EAGAIN")
  }

  @Test("keeps what must always hold, whatever is called")
  func properties() {
    for seed in UInt64(0)..<3000 {
      var generator = SeededGenerator(seed: seed)
      var history = CloseHistory()
      var unread: [ConnectionSide: Int] = [.client: 0, .server: 0]
      for _ in 0..<8 {
        let side = ConnectionSide.allCases.randomElement(using: &generator) ?? .client
        guard history[side].isOpen else { continue }
        let operation: CloseCall.Operation =
          [.send(3), .receive(upTo: 2), .shutdownWriting, .close, .abort]
          .randomElement(using: &generator) ?? .close
        let wasReset = history.reset != nil
        let result = history.perform(CloseCall(side, operation))
        if case .send = operation, result == .ok, history.reset == nil {
          unread[side.peer, default: 0] += 3
        }
        if case .bytes(let count) = result { unread[side, default: 0] -= count }
        #expect(history[side].unread == unread[side], "seed \(seed)")
        let isTimeWait = ConnectionSide.allCases.filter { history[$0].state == .timeWait }
        #expect(isTimeWait.count < 2, "seed \(seed)")
        #expect(isTimeWait.isEmpty || history.reset == nil, "seed \(seed)")
        if wasReset {
          #expect(history.client.state == nil && history.server.state == nil, "seed \(seed)")
        }
      }
    }
  }
}
