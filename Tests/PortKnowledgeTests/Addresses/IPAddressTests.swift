import Foundation
import PortKnowledge
import Testing

@Suite("An IP address as text")
struct IPAddressTests {
  @Test(
    "is IPv4 as four decimal numbers and in no other way",
    arguments: [
      ("0.0.0.0", IPAddress.any), ("127.0.0.1", .loopback), ("192.0.2.7", .octets(192, 0, 2, 7)),
      ("255.255.255.255", .v4(UInt32.max)),
    ])
  func version4(text: String, address: IPAddress) {
    #expect(IPAddress(text) == address)
    #expect(address.description == text)
  }

  @Test(
    "is refused where it only looks like one",
    arguments: [
      "", " ", "1", "1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1..2.3", "256.0.0.1", "1.2.3.256",
      "01.2.3.4", "1.2.3.04", "00.0.0.0", "1.2.3.4 ", " 1.2.3.4", "+1.2.3.4", "-1.2.3.4",
      "0x1.2.3.4", "1.2.3.4a", "1.2.3.4/24", "1.2.3.4:80", "1000.2.3.4", "١.2.3.4", "1.2.3.٤",
      ":", ":::", "::::", "1", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:",
      ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1:2:3:4::5:6:7:8", "12345::",
      "::12345", "::g", "::-1", "::+1", "::0x1", "fe80::1%eth0", "fe80::1%2", "[::1]", "::1/128",
      "::1 ", " ::1", "::1.2.3", "::1.2.3.4.5", "::01.2.3.4", "::256.2.3.4", "1.2.3.4::",
      "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:1.2.3.4", "::ffff:1.2.3.4:80",
      "1:2:3:4:5:6:1.2.3.4::", "0000:0000:0000:0000:0000:0000:0000:0000:0",
    ])
  func refused(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(
    "is IPv6 in every form of RFC 4291 and shown in the one of RFC 5952",
    arguments: [
      // RFC 4291, section 2.2, with its three kinds of form.
      ("ABCD:EF01:2345:6789:ABCD:EF01:2345:6789", "abcd:ef01:2345:6789:abcd:ef01:2345:6789"),
      ("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"),
      ("FF01:0:0:0:0:0:0:101", "ff01::101"), ("0:0:0:0:0:0:0:1", "::1"), ("0:0:0:0:0:0:0:0", "::"),
      ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("0:0:0:0:0:0:13.1.68.3", "::d01:4403"),
      ("0:0:0:0:0:FFFF:129.144.52.38", "::ffff:129.144.52.38"),
      ("::13.1.68.3", "::d01:4403"), ("::FFFF:129.144.52.38", "::ffff:129.144.52.38"),
      ("::ffff:8190:3426", "::ffff:129.144.52.38"),
      ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
      // RFC 5952, section 2: ten ways to write two addresses.
      ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:0db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
      ("2001:db8::1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8::0:1:0:0:1", "2001:db8::1:0:0:1"),
      ("2001:0db8::1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8:0:0:1::1", "2001:db8::1:0:0:1"),
      ("2001:db8:0000:0:1::1", "2001:db8::1:0:0:1"), ("2001:DB8:0:0:1::1", "2001:db8::1:0:0:1"),
      ("2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001", "2001:db8:aaaa:bbbb:cccc:dddd:eeee:1"),
      // Section 4.1: no leading zeros. 4.2.1: as short as possible.
      ("2001:0db8::0001", "2001:db8::1"), ("2001:db8:0:0:0:0:2:1", "2001:db8::2:1"),
      ("2001:db8::0:1", "2001:db8::1"),
      // 4.2.2: one group alone is not shortened.
      ("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("0:1:2:3:4:5:6:7", "0:1:2:3:4:5:6:7"),
      ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
      // 4.2.3: the longest run, and of equal ones the first.
      ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
      ("0:0:1:0:0:0:1:1", "0:0:1::1:1"), ("1:0:0:2:0:0:3:0", "1::2:0:0:3:0"),
      ("0:0:0:1:1:0:0:0", "::1:1:0:0:0"), ("1:1:1:1:1:1:0:0", "1:1:1:1:1:1::"),
      // 4.3: lower case. 5: only an IPv4-mapped address ends in dotted decimal.
      ("2001:DB8::ABCD", "2001:db8::abcd"), ("::FFFF:0:0", "::ffff:0.0.0.0"),
      ("::FFFE:1.2.3.4", "::fffe:102:304"), ("1::ffff:1.2.3.4", "1::ffff:102:304"),
    ])
  func version6(text: String, shown: String) throws {
    let address = try #require(IPAddress(text))
    #expect(address.isIPv6)
    #expect(address.description == shown)
    #expect(IPAddress(shown) == address)
  }

  @Test("is read back as it was shown, and shown as the rules of RFC 5952 want it")
  func roundTrip() {
    for index in 0..<5000 {
      let seed = 0xADD_0000 + UInt64(index)
      let address = RandomAddress(seed: seed).address
      let text = address.description
      #expect(IPAddress(text) == address, "seed \(seed): \(text)")
      #expect(text == text.lowercased(), "seed \(seed): \(text)")
      let groups = text.split(separator: ":").filter { !$0.contains(".") }
      #expect(
        !address.isIPv6 || groups.allSatisfy { $0 == "0" || !$0.hasPrefix("0") },
        "seed \(seed): \(text)")
      if let shown = Self.library(address) { #expect(text == shown, "seed \(seed)") }
    }
  }

  @Test("is accepted and refused as the C library does, whatever is changed in it")
  func mutations() {
    var accepted = 0
    for index in 0..<20_000 {
      let seed = 0xADD_F00D + UInt64(index)
      let text = RandomAddress(seed: seed).mutatedText
      let address = IPAddress(text)
      #expect(address == Self.parsedByLibrary(text), "seed \(seed): \(text)")
      accepted += address == nil ? 0 : 1
    }
    #expect((4000...18_000).contains(accepted), "\(accepted) of 20,000 were addresses")
  }

  // MARK: The C library

  /// What `inet_ntop()` makes of it; nil where its form is known to be another one.
  private static func library(_ address: IPAddress) -> String? {
    var bytes: [UInt8]
    let family: Int32
    switch address {
    case .v4(let bits):
      family = AF_INET
      bytes = withUnsafeBytes(of: bits.bigEndian) { Array($0) }
    case .v6(let high, let low):
      // It writes the obsolete IPv4-compatible addresses in dotted decimal, too.
      if high == 0, low >> 32 == 0 { return nil }
      family = AF_INET6
      bytes = [high, low].flatMap { half in withUnsafeBytes(of: half.bigEndian) { Array($0) } }
    }
    var buffer = [CChar](repeating: 0, count: 64)
    guard inet_ntop(family, &bytes, &buffer, 64) != nil else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func parsedByLibrary(_ text: String) -> IPAddress? {
    var bytes = [UInt8](repeating: 0, count: 16)
    func number(_ part: Range<Int>) -> UInt64 {
      bytes[part].reduce(0) { $0 << 8 | UInt64($1) }
    }
    if inet_pton(AF_INET, text, &bytes) == 1 { return .v4(UInt32(number(0..<4))) }
    if inet_pton(AF_INET6, text, &bytes) == 1 { return .v6(number(0..<8), number(8..<16)) }
    return nil
  }
}
