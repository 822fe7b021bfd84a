import PortKnowledge
import Testing

/// Traces of RFC 9293 with relative numbers, and what must hold for every trace.
@Suite("The segments of a connection")
struct SegmentTraceTests {
  /// `A FIN, ACK 99 299` for a segment of the client, `B` for one of the server.
  private func lines(_ trace: SegmentTrace) -> [String] {
    trace.segments.map {
      let ack = $0.acknowledgement.map(String.init) ?? "none"
      return "\($0.sender == .client ? "A" : "B") \($0.flagText) \($0.sequence) \(ack)"
    }
  }

  @Test("open as in figure 6 of the RFC")
  func handshake() {
    var trace = SegmentTrace()
    trace.send(.client, .syn)
    trace.send(.server, .syn)
    trace.send(.client)
    trace.send(.client, bytes: 20)
    trace.send(.server)
    #expect(
      lines(trace) == [
        "A SYN 0 none", "B SYN, ACK 0 1", "A ACK 1 1", "A ACK 1 1", "B ACK 1 21",
      ])
    #expect(trace.segments.map(\.length) == [1, 1, 0, 20, 0])
  }

  @Test("close as in figure 12 of the RFC")
  func normalClose() {
    var trace = SegmentTrace(nextOfClient: 100, nextOfServer: 300)
    trace.send(.client, .fin)
    trace.send(.server)
    trace.send(.server, .fin)
    trace.send(.client)
    #expect(
      lines(trace) == [
        "A FIN, ACK 100 300", "B ACK 300 101", "B FIN, ACK 300 101", "A ACK 101 301",
      ])
  }

  @Test("close at the same time as in figure 13 of the RFC")
  func simultaneousClose() {
    var trace = SegmentTrace(nextOfClient: 100, nextOfServer: 300)
    trace.send(.client, .fin, isLeftInFlight: true)
    trace.send(.server, .fin, isLeftInFlight: true)
    trace.arrive()
    trace.send(.client)
    trace.send(.server)
    #expect(
      lines(trace) == [
        "A FIN, ACK 100 300", "B FIN, ACK 300 100", "A ACK 101 301", "B ACK 301 101",
      ])
  }

  @Test("carry data and FIN together and acknowledge several segments at once")
  func dataAndFIN() {
    var trace = SegmentTrace(nextOfClient: 1, nextOfServer: 1)
    trace.send(.client, bytes: 100)
    trace.send(.client, .fin, bytes: 50)
    trace.send(.server, .fin, bytes: 7)
    trace.send(.client)
    #expect(
      lines(trace) == ["A ACK 1 1", "A FIN, ACK 101 1", "B FIN, ACK 1 152", "A ACK 152 9"])
    #expect(trace.segments[2].previousArrived == 1 && trace.segments[2].previousOwn == nil)
    #expect(trace.segments[3].previousOwn == 1 && trace.segments[3].previousArrived == 2)
  }

  @Test("are refused with an RST after the RFC's two forms")
  func refusals() {
    var closedPort = SegmentTrace()
    closedPort.send(.client, .syn)
    closedPort.refuse()
    #expect(lines(closedPort) == ["A SYN 0 none", "B RST, ACK 0 1"])
    var lost = SegmentTrace(nextOfClient: 400, nextOfServer: 900)
    lost.send(.client, bytes: 10)
    lost.refuse()
    #expect(lines(lost) == ["A ACK 400 900", "B RST 900 none"])
    var empty = SegmentTrace()
    empty.refuse()
    #expect(empty.segments.isEmpty)
  }

  @Test("number every byte once, in order, and acknowledge exactly what came")
  func properties() {
    for seed in UInt64(0)..<2000 {
      var generator = SeededGenerator(seed: seed)
      var trace = SegmentTrace()
      trace.send(.client, .syn)
      trace.send(.server, .syn)
      var sent: [ConnectionSide: Int] = [.client: 1, .server: 1]
      var ended: Set<ConnectionSide> = []
      for _ in 0..<8 {
        let side = ConnectionSide.allCases.randomElement(using: &generator) ?? .client
        let isOver = ended.contains(side)
        let bytes = isOver ? 0 : Int.random(in: 0...40, using: &generator)
        let isEnd = !isOver && Int.random(in: 0..<5, using: &generator) == 0
        trace.send(side, isEnd ? .fin : .plain, bytes: bytes)
        let last = trace.segments[trace.segments.count - 1]
        #expect(last.sequence == sent[side], "seed \(seed)")
        #expect(last.acknowledgement == sent[side.peer], "seed \(seed)")
        sent[side, default: 0] += bytes + (isEnd ? 1 : 0)
        if isEnd { ended.insert(side) }
      }
    }
  }
}
