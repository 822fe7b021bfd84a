import Foundation
import Glibc
import PortKnowledge
import Testing

@testable import Sockets

/// The table of a busy machine against what its sockets are known to be and against the real ss.
@Suite("The table against known sockets and the real ss") struct TableTruthTests {
  /// What two lists of rows differ in.
  private struct Difference: CustomStringConvertible {
    var missing: [String] = []
    var extra: [String] = []
    var isEmpty: Bool { missing.isEmpty && extra.isEmpty }

    init<Row: Hashable>(expected: [Row], found: [Row]) {
      var counts: [Row: Int] = [:]
      for row in expected { counts[row, default: 0] += 1 }
      for row in found { counts[row, default: 0] -= 1 }
      for (row, count) in counts where count != 0 {
        if count > 0 { missing.append("\(row)") } else { extra.append("\(row)") }
      }
    }

    var description: String {
      "\(missing.count) missing \(missing.prefix(5)), \(extra.count) extra \(extra.prefix(5))"
    }
  }

  private static func known(_ row: SocketRow) -> SocketMix.Known {
    SocketMix.Known(
      transport: row.transport,
      state: row.state == .newSynReceived ? .synReceived : row.state,
      local: row.local, remote: row.remote, inode: row.inode,
      descriptors: Set(row.owners.map(\.descriptor)))
  }

  /// A quarter of the sockets where this process may not open enough descriptors for all.
  private static func share() -> Int {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(resource, &limit) == 0 else { return 4 }
    limit.rlim_cur = limit.rlim_max
    setrlimit(resource, &limit)
    return limit.rlim_cur >= 6000 ? 1 : 4
  }

  @Test(
    "Thousands of rows in all states: none missing, none extra, none twice, each field as in ss",
    .enabled(if: SS.isInstalled, "ss is not installed"))
  func everyRowIsTrue() throws {
    let mix = SocketMix(host: .random(in: 0x0100...0xFEFE))
    let share = Self.share()
    try mix.openEverything(share: share)
    #expect(mix.known.count > 4000 / share / (hasIPv6 ? 1 : 2))
    let made = Set(mix.known.filter { $0.transport == .tcp }.map(\.state))
    #expect(made == Set(TCPState.all).subtracting([.closed]))

    // ss and we read at two moments, and an acknowledgement may be on its way in one of them.
    var last = ("", "", "")
    var rows = 0
    let agreed = try eventually(within: .seconds(60)) { () throws -> Bool? in
      let table = try KernelTable.read(withOwners: true, where: mix.contains)
      let text = try SS.lines(["-tunapeH"])
      let proc = try KernelTable.readProcNet(where: mix.contains)
      #expect(table.source == .netlink)
      let ours = table.rows.map(SSLine.init)
      let truth = Difference(expected: Array(mix.known), found: table.rows.map(Self.known))
      let theirs = text.compactMap { SSLine($0) }.filter { Self.isOf(mix, $0) }
      let tool = Difference(expected: theirs, found: ours)
      let files = Difference(
        expected: proc.rows.map(Self.stripped), found: table.rows.map(Self.stripped))
      last = ("\(truth)", "\(tool)", "\(files)")
      rows = ours.count
      return truth.isEmpty && tool.isEmpty && files.isEmpty ? true : nil
    }
    #expect(
      agreed == true,
      "against what was made: \(last.0); against ss: \(last.1); against /proc/net: \(last.2)")
    #expect(rows == mix.known.count)
    Attachment.record("\(rows) rows, states \(made.map(\.ssName).sorted())", named: "rows.txt")
  }

  private static func isOf(_ mix: SocketMix, _ line: SSLine) -> Bool {
    let ends = [line.local, line.remote].compactMap { text in
      Endpoint(text.hasSuffix(":*") ? text.dropLast() + "0" : text)
    }
    guard let transport = TransportProtocol(rawValue: line.transport), ends.count == 2 else {
      return false
    }
    return mix.contains(transport, ends[0], ends[1])
  }

  /// What `/proc/net` has too: it lacks a listener's backlog and who holds a socket.
  private static func stripped(_ row: SocketRow) -> String {
    var line = SSLine(row)
    line.owners = []
    if row.state == .listen { line.sendQueue = "" }
    return line.description
  }
}
