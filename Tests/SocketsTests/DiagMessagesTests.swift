import CLinux
import Glibc
import PortKnowledge
import SystemPackage
import Testing

@testable import Sockets

/// The parser of netlink messages, fed with bytes that a kernel would and would not send.
@Suite struct DiagMessagesTests {
  /// What a datagram said, with its rows.
  private struct Parsed {
    var items: [InetDiagMessage] = []
    var rows: [SocketRow] { items.compactMap(\.row) }
    var messages: DiagMessages

    init(_ bytes: [UInt8]) {
      var items: [InetDiagMessage] = []
      messages = bytes.withUnsafeBytes { bytes in
        DiagMessages(bytes) { body in
          guard let item = InetDiagMessage(body, .tcp) else { return false }
          items.append(item)
          return true
        }
      }
      self.items = items
    }
  }

  private func parse(_ bytes: [UInt8]) -> Parsed { Parsed(bytes) }
  private func message(_ type: Int32, flags: Int32 = 0, _ body: [UInt8]) -> [UInt8] {
    DiagBytes.message(type, flags: flags, body)
  }
  private func connection(port: UInt16 = 8080, family: Int32 = AF_INET) -> [UInt8] {
    DiagBytes.connection(port: port, family: family)
  }
  private func bytes<Value>(of value: Value) -> [UInt8] { DiagBytes.bytes(of: value) }

  @Test func everyFieldOfARowIsRead() throws {
    let parsed = parse(connection())
    let item = try #require(parsed.items.first)
    #expect(item.interface == 3)
    #expect(
      item.row
        == SocketRow(
          transport: .tcp, state: .established,
          local: Endpoint(.octets(127, 0, 0, 1), 8080),
          remote: Endpoint(.octets(127, 0, 0, 2), 51234),
          receiveQueue: 19, sendQueue: 20, inode: 4711, userID: 1000))
    #expect(parsed.messages.ending == .more)
    #expect(!parsed.messages.isMalformed)
    let v6 = try #require(parse(connection(family: AF_INET6)).rows.first)
    #expect(v6.local.address == .v6(0x7F00_0001_0000_0000, 1))
    #expect(v6.isIPv6Table)
    #expect(parse(connection(family: AF_UNIX)).rows.isEmpty)
  }

  @Test func severalMessagesAndTheEnd() {
    let parsed = parse(
      connection(port: 1) + connection(port: 2) + message(NLMSG_DONE, bytes(of: Int32(0)))
        + connection(port: 3))
    #expect(parsed.rows.map(\.local.port) == [1, 2])
    #expect(parsed.messages.ending == .done)
    #expect(parse(message(NLMSG_DONE, [])).messages.ending == .done)
    #expect(parse([]).messages.ending == .more)
  }

  @Test func refusalsCarryTheirNumber() {
    let refusal = nlmsgerr(error: -1, msg: nlmsghdr())
    #expect(
      parse(message(NLMSG_ERROR, bytes(of: refusal))).messages.ending == .failed(.notPermitted))
    #expect(parse(message(NLMSG_OVERRUN, [])).messages.ending == .failed(.noBufferSpace))
    #expect(
      parse(message(NLMSG_DONE, bytes(of: Int32(-105)))).messages.ending == .failed(.noBufferSpace))
    #expect(
      parse(message(NLMSG_DONE, bytes(of: Int32.min))).messages.ending
        == .failed(Errno(rawValue: .max)))
    #expect(parse(message(NLMSG_ERROR, [1, 2])).messages.isMalformed)
  }

  @Test func anInterruptedDumpIsSeen() {
    #expect(parse(message(NLMSG_DONE, flags: NLM_F_DUMP_INTR, [])).messages.wasInterrupted)
    #expect(!parse(message(NLMSG_DONE, [])).messages.wasInterrupted)
  }

  @Test func unknownMessagesArePassedOver() {
    let parsed = parse(message(NLMSG_NOOP, [1, 2, 3]) + message(999, [9]) + connection())
    #expect(parsed.items.count == 1)
    #expect(!parsed.messages.isMalformed)
  }

  @Test func cutOffAnywhereNothingTrapsAndNoRowIsInvented() {
    let whole = connection(port: 1) + connection(port: 2) + message(NLMSG_DONE, [])
    let one = connection().count
    for length in 0..<whole.count {
      let parsed = parse(Array(whole.prefix(length)))
      #expect(parsed.items.count == min(length / one, 2))
      #expect(parsed.messages.isMalformed == (length % one != 0))
    }
  }

  @Test func lengthsThatLieAreRefused() {
    for claimed: UInt32 in [0, 1, 15, 17, 1000, .max] {
      var bytes = connection()
      bytes.replaceSubrange(0..<4, with: self.bytes(of: claimed))
      #expect(parse(bytes).messages.isMalformed)
      #expect(parse(bytes).items.isEmpty)
    }
  }

  @Test func oddBytesNeverTrap() {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(seed: seed)
    let good = connection(port: 1) + message(NLMSG_ERROR, bytes(of: nlmsgerr())) + connection()
    for _ in 0..<20_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0...bytes.count / 2, using: &generator))
      let parsed = parse(bytes)
      #expect(parsed.items.count <= 2, "seed \(seed)")
    }
  }
}
