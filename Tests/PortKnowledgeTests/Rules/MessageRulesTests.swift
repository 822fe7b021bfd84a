import PortKnowledge
import Testing

@Suite("What recv() returns of several send() calls")
struct MessageRulesTests {
  private func received(
    _ transport: TransportProtocol, _ sends: [String], _ rooms: [Int], isClosed: Bool = false
  ) -> [MessageRules.Received] {
    MessageRules.received(transport, sends: sends, isClosed: isClosed, rooms: rooms)
  }

  @Test("is a stream over TCP")
  func stream() {
    #expect(received(.tcp, ["hello", "world"], [100, 100]) == [.text("helloworld"), .nothing])
    #expect(
      received(.tcp, ["ab", "", "cde"], [3, 9, 9], isClosed: true) == [
        .text("abc"), .text("de"), .end,
      ])
    #expect(received(.tcp, [""], [5, 5]) == [.nothing, .nothing])
  }

  @Test("is one datagram each over UDP, and what does not fit is lost")
  func datagrams() {
    #expect(received(.udp, ["hello", "world"], [100, 100]) == [.text("hello"), .text("world")])
    #expect(
      received(.udp, ["hello", "", "abc"], [3, 9, 9, 9], isClosed: true) == [
        .text("hel"), .text(""), .text("abc"), .nothing,
      ])
    #expect(MessageRules.lost(sends: ["hello", "", "abc"], rooms: [3, 9, 2]) == 3)
    #expect(MessageRules.lost(sends: ["hello", "abc"], rooms: [9]) == 0)
  }

  @Test("tells the end of a stream with one call more than the bytes take")
  func callsToEnd() {
    #expect(MessageRules.callsToEnd(sends: ["hello", "world"], room: 5) == 3)
    #expect(MessageRules.callsToEnd(sends: ["hello", "world"], room: 4) == 4)
    #expect(MessageRules.callsToEnd(sends: [""], room: 4) == 1)
  }

  @Test("loses nothing over TCP, and never more than is cut off over UDP")
  func properties() {
    for seed in UInt64(0)..<2000 {
      var generator = SeededGenerator(seed: seed)
      let sends = (0..<Int.random(in: 1...5, using: &generator)).map { index in
        String(
          repeating: Character(UnicodeScalar(UInt8(0x61 + index))),
          count: Int.random(in: 0...9, using: &generator))
      }
      let rooms = (0..<60).map { _ in Int.random(in: 1...9, using: &generator) }
      func texts(_ results: [MessageRules.Received]) -> [String] {
        results.compactMap { if case .text(let text) = $0 { text } else { nil } }
      }
      let stream = received(.tcp, sends, rooms, isClosed: true)
      #expect(texts(stream).joined() == sends.joined(), "seed \(seed)")
      #expect(stream.last == .end, "seed \(seed)")
      let room = rooms[0]
      let all = [Int](
        repeating: room, count: MessageRules.callsToEnd(sends: sends, room: room))
      let whole = received(.tcp, sends, all, isClosed: true)
      #expect(whole.firstIndex(of: .end) == all.count - 1, "seed \(seed)")
      let datagrams = texts(received(.udp, sends, rooms))
      let got = datagrams.reduce(0) { $0 + $1.utf8.count }
      let sent = sends.reduce(0) { $0 + $1.utf8.count }
      #expect(datagrams.count == sends.count, "seed \(seed)")
      #expect(got + MessageRules.lost(sends: sends, rooms: rooms) == sent, "seed \(seed)")
    }
  }
}
