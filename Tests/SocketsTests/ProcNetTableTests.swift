import PortKnowledge
import Testing

@testable import Sockets

/// The text of `/proc/net`.
@Suite struct ProcNetTableTests {
  private static let heading =
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
    + " inode"

  @Test func rowsOfTheIPv4Table() throws {
    let text = """
      \(Self.heading)
         0: 0100007F:1F90 00000000:0000 0A 00000000:00000002 00:00000000 00000000  1000        0 \
      4711 1 0000000000000000 100 0 0 10 0
         1: 0100007F:C822 0200007F:01BB 06 00000000:00000000 03:00001770 00000000     0        0 0 \
      3 0000000000000000
      """
    let rows = ProcNetTable.rows(of: text, .tcp, .ipv4)
    #expect(rows.count == 2)
    #expect(
      rows.first
        == SocketRow(
          transport: .tcp, state: .listen, local: Endpoint(.loopback, 8080),
          remote: Endpoint(.any, 0), receiveQueue: 2, inode: 4711, userID: 1000))
    let last = try #require(rows.last)
    #expect(last.stateName == "TIME-WAIT")
    #expect(last.local == Endpoint(.loopback, 51234))
    #expect(last.remote == Endpoint(.octets(127, 0, 0, 2), 443))
  }

  @Test func anIPv6AddressIsFourWords() throws {
    let line =
      "   3: B80D0120000000000000000001000000:0035 00000000000000000000000001000000:1F90 01 "
      + "00000001:00000013 00:00000000 00000000     0        0 99"
    let row = try #require(ProcNetTable.row(line, .udp, .ipv6))
    #expect(row.local.description == "[2001:db8::1]:53")
    #expect(row.remote == Endpoint(.loopback6, 8080))
    #expect(row.sendQueue == 1)
    #expect(row.receiveQueue == 19)
    #expect(row.isIPv6Table)
  }

  @Test func whatIsNoRowIsPassedOver() {
    let good = "0: 0100007F:1F90 00000000:0000 0A 00000000:00000002 00:00000000 00000000 0 0 4711"
    #expect(ProcNetTable.row(good, .tcp, .ipv4) != nil)
    #expect(ProcNetTable.row(good, .tcp, .ipv6) == nil)
    #expect(ProcNetTable.row(Self.heading, .tcp, .ipv4) == nil)
    for end in good.indices where good[end] == " " {
      #expect(ProcNetTable.row(String(good[..<end]), .tcp, .ipv4) == nil)
    }
    let bad = [
      "", ":", good.replacing("7F:", with: "7G:"), good.replacing(":1F90", with: ":11F90"),
      good.replacing("0A", with: "1FF"), good.replacing("4711", with: "-1"),
      good.replacing("0100007F", with: "0100007"), good.replacing("0:", with: "0"),
    ]
    for line in bad {
      #expect(ProcNetTable.row(line, .tcp, .ipv4) == nil, "\(line)")
    }
  }

  @Test func oddTextNeverTraps() {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(seed: seed)
    let good = Array(
      "0: 0100007F:1F90 00000000:0000 0A 00000000:00000002 00:00000000 00000000 0 0 4711".utf8)
    for _ in 0..<5000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
          in: .min ... .max, using: &generator)
      }
      _ = ProcNetTable.rows(of: String(decoding: bytes, as: UTF8.self), .tcp, .ipv4)
    }
  }
}

/// Which links below `/proc/PID/fd` name a socket.
@Suite struct OwnerLinkTests {
  @Test func onlySocketsHaveAnInode() {
    #expect(SocketOwners.inode(ofLink: "socket:[4711]".utf8) == 4711)
    for other in [
      "pipe:[4711]", "socket:[]", "socket:[x]", "socket:[1", "/dev/null", "", "]", "socket:[1]]",
      "socket:[18446744073709551616]", "socket:[99999999999999999999]", "socket:[-1]",
    ] {
      #expect(SocketOwners.inode(ofLink: other.utf8) == nil, "\(other)")
    }
  }
}
