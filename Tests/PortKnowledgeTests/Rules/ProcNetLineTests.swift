import PortKnowledge
import Testing

@Suite("A line of /proc/net")
struct ProcNetLineTests {
  private func line(_ text: String, _ order: ProcNetLine.ByteOrder = .little) -> ProcNetLine? {
    ProcNetLine(columns: text.split(separator: " ")[...], byteOrder: order)
  }

  @Test("says who listens on 127.0.0.1:8080 and how many wait")
  func listener() throws {
    let text = "0100007F:1F90 00000000:0000 0A 00000000:00000002"
    let line = try #require(self.line(text))
    #expect(line.local == Endpoint(.loopback, 8080))
    #expect(line.remote == Endpoint(.any, 0))
    #expect(line.state == .listen)
    #expect(line.sendQueue == 0 && line.receiveQueue == 2)
    #expect(line.columns().joined(separator: " ") == text)
  }

  @Test(
    "holds an IPv6 address as four words, each reversed on its own",
    arguments: [
      ("00000000000000000000000001000000", IPAddress.loopback6),
      ("00000000000000000000000000000000", .any6),
      ("B80D0120000000000000000001000000", .v6(0x2001_0DB8_0000_0000, 1)),
      ("0000000000000000FFFF00000100007F", .v6(0, 0xFFFF_7F00_0001)),
    ])
  func ipv6(digits: String, address: IPAddress) {
    #expect(ProcNetLine.address(digits) == address)
    #expect(ProcNetLine.text(of: address) == digits)
  }

  @Test("has its words as they are on a big-endian machine, and the port alike everywhere")
  func bigEndian() {
    #expect(ProcNetLine.text(of: Endpoint(.loopback, 8080), byteOrder: .big) == "7F000001:1F90")
    #expect(
      line("7F000001:1F90 00000000:0000 01 00000000:00000000", .big)?.local.address == .loopback)
  }

  @Test("is read back as it was written, whatever it holds")
  func roundTrip() {
    for index in 0..<5000 {
      let seed = 0x9_0C00 + UInt64(index)
      var generator = SeededGenerator(seed: seed)
      func port() -> PortNumber { PortNumber(UInt16.random(in: 0...65_535, using: &generator)) }
      let isIPv6 = Bool.random(using: &generator)
      func address() -> IPAddress {
        isIPv6
          ? .v6(generator.next(), generator.next())
          : .v4(UInt32(truncatingIfNeeded: generator.next()))
      }
      let line = ProcNetLine(
        local: Endpoint(address(), port()), remote: Endpoint(address(), port()),
        state: TCPState(rawValue: UInt8.random(in: 0...255, using: &generator)),
        sendQueue: UInt32(truncatingIfNeeded: generator.next()),
        receiveQueue: UInt32(truncatingIfNeeded: generator.next()))
      for order in [ProcNetLine.ByteOrder.little, .big] {
        let text = line.columns(byteOrder: order).joined(separator: " ")
        #expect(self.line(text, order) == line, "seed \(seed): \(text)")
        #expect(self.line(text.lowercased(), order) == line, "seed \(seed): \(text)")
      }
    }
  }

  @Test(
    "is nothing else",
    arguments: [
      "", "0100007F:1F90", "0100007F:1F90 00000000:0000 0A",
      "0100007F:1F90 00000000:0000 0A 00000000",
      "0100007F:1F90 00000000:0000 A 00000000:00000000",
      "0100007F:1F9 00000000:0000 0A 00000000:00000000",
      "100007F:1F90 00000000:0000 0A 00000000:00000000",
      "+100007F:1F90 00000000:0000 0A 00000000:00000000",
      "0100007G:1F90 00000000:0000 0A 00000000:00000000",
      "0100007F:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000",
      "0100007F:1F90:0 00000000:0000 0A 00000000:00000000",
      "0100007F:1F90 00000000:0000 0A 000000000:00000000",
      "0100007F:1F90 00000000:0000 0A :00000000",
      "0100007F:1F90 00000000:0000 0A 00000000:00000000 0",
    ])
  func refused(text: String) {
    #expect(line(text) == nil)
  }
}
