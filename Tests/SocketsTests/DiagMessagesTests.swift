import CLinux
import PortKnowledge
import SystemPackage
import Testing

@testable import Sockets

/// The parser of netlink messages, fed with bytes that a kernel would and would not send.
@Suite struct DiagMessagesTests {
  /// A message with its header, padded as the kernel pads it.
  private func message(_ type: Int32, flags: Int32 = 0, _ body: [UInt8]) -> [UInt8] {
    let length = MemoryLayout<nlmsghdr>.size + body.count
    let header = nlmsghdr(
      nlmsg_len: UInt32(length), nlmsg_type: UInt16(type), nlmsg_flags: UInt16(flags),
      nlmsg_seq: 1, nlmsg_pid: 0)
    return bytes(of: header) + body + [UInt8](repeating: 0, count: (4 - length % 4) % 4)
  }

  private func bytes<Value>(of value: Value) -> [UInt8] {
    withUnsafeBytes(of: value) { Array($0) }
  }

  private func connection(port: UInt16 = 8080, family: Int32 = 2) -> [UInt8] {
    var body = inet_diag_msg()
    body.idiag_family = UInt8(family)
    body.idiag_state = 1
    body.id.idiag_sport = port.bigEndian
    body.id.idiag_dport = UInt16(51_234).bigEndian
    body.id.idiag_src = (UInt32(0x7F00_0001).bigEndian, 0, 0, UInt32(1).bigEndian)
    body.id.idiag_dst = (UInt32(0x7F00_0002).bigEndian, 0, 0, UInt32(2).bigEndian)
    body.id.idiag_if = 3
    body.idiag_rqueue = 19
    body.idiag_wqueue = 20
    body.idiag_uid = 1000
    body.idiag_inode = 4711
    return message(SOCK_DIAG_BY_FAMILY, bytes(of: body))
  }

  private func parse(_ bytes: [UInt8]) -> DiagMessages { DiagMessages(bytes, transport: .tcp) }

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
    #expect(parsed.ending == .more)
    #expect(!parsed.isMalformed)
    let v6 = try #require(parse(connection(family: 10)).items.first?.row)
    #expect(v6.local.address == .v6(0x7F00_0001_0000_0000, 1))
    #expect(v6.isIPv6Table)
    #expect(parse(connection(family: 1)).items.isEmpty)
  }

  @Test func severalMessagesAndTheEnd() {
    let parsed = parse(
      connection(port: 1) + connection(port: 2) + message(NLMSG_DONE, bytes(of: Int32(0)))
        + connection(port: 3))
    #expect(parsed.items.map(\.row.local.port) == [1, 2])
    #expect(parsed.ending == .done)
    #expect(parse(message(NLMSG_DONE, [])).ending == .done)
    #expect(parse([]).ending == .more)
  }

  @Test func refusalsCarryTheirNumber() {
    let refusal = nlmsgerr(error: -1, msg: nlmsghdr())
    #expect(
      parse(message(NLMSG_ERROR, bytes(of: refusal))).ending == .failed(.notPermitted))
    #expect(parse(message(NLMSG_OVERRUN, [])).ending == .failed(.noBufferSpace))
    #expect(
      parse(message(NLMSG_DONE, bytes(of: Int32(-105)))).ending == .failed(.noBufferSpace))
    #expect(
      parse(message(NLMSG_DONE, bytes(of: Int32.min))).ending
        == .failed(Errno(rawValue: .max)))
    #expect(parse(message(NLMSG_ERROR, [1, 2])).isMalformed)
  }

  @Test func anInterruptedDumpIsSeen() {
    #expect(parse(message(NLMSG_DONE, flags: NLM_F_DUMP_INTR, [])).wasInterrupted)
    #expect(!parse(message(NLMSG_DONE, [])).wasInterrupted)
  }

  @Test func unknownMessagesArePassedOver() {
    let parsed = parse(message(NLMSG_NOOP, [1, 2, 3]) + message(999, [9]) + connection())
    #expect(parsed.items.count == 1)
    #expect(!parsed.isMalformed)
  }

  @Test func cutOffAnywhereNothingTrapsAndNoRowIsInvented() {
    let whole = connection(port: 1) + connection(port: 2) + message(NLMSG_DONE, [])
    let one = connection().count
    for length in 0..<whole.count {
      let parsed = parse(Array(whole.prefix(length)))
      #expect(parsed.items.count == min(length / one, 2))
      #expect(parsed.isMalformed == (length % one != 0))
    }
  }

  @Test func lengthsThatLieAreRefused() {
    for claimed: UInt32 in [0, 1, 15, 17, 1000, .max] {
      var bytes = connection()
      bytes.replaceSubrange(0..<4, with: self.bytes(of: claimed))
      #expect(parse(bytes).isMalformed)
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
