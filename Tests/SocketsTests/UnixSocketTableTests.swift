import CLinux
import Foundation
import Glibc
import PortKnowledge
import SystemPackage
import Testing

@testable import Sockets

/// The table of Unix-domain sockets against known ones, the real ss and `/proc/net/unix`.
@Suite("The table of Unix-domain sockets") struct UnixSocketTableTests {
  /// The columns of ss: kind, state, queues, name, inode, peer's inode, owners.
  private static func columns(_ row: UnixSocketRow) -> [String] {
    let name =
      switch row.name {
      case .none: "*"
      case .path(let bytes): String(decoding: bytes, as: UTF8.self)
      case .abstract(let bytes):
        "@" + String(decoding: bytes.map { $0 == 0 ? UInt8(ascii: "@") : $0 }, as: UTF8.self)
      }
    let owners = row.owners.map { "\($0.name) \($0.processID) \($0.descriptor)" }.sorted()
    return [
      row.kind.ssName, row.state.ssName, "\(row.receiveQueue)", "\(row.sendQueue)", name,
      "\(row.inode)", "\(row.peerInode ?? 0)", "\(owners)",
    ]
  }

  /// A line of ss, for a name without white space; nil for another line.
  private static func columns(_ line: Substring) -> [String]? {
    let words = line.split(separator: " ")
    guard words.count >= 8 else { return nil }
    let users = words.first { $0.hasPrefix("users:") } ?? ""
    let owners = users.matches(of: /\("([^"]*)",pid=(\d+),fd=(\d+)\)/).map {
      "\($0.output.1) \($0.output.2) \($0.output.3)"
    }
    return [0, 1, 2, 3, 4, 5, 7].map { String(words[$0]) } + ["\(owners.sorted())"]
  }

  private static func bare(_ row: UnixSocketRow) -> UnixSocketRow {
    var row = row
    row.receiveQueue = 0
    row.sendQueue = 0
    row.owners = row.owners.map {
      SocketOwner(processID: $0.processID, name: "", descriptor: $0.descriptor)
    }
    return row
  }

  @Test("Each known socket is there once with its kind, state, name, peer and owner")
  func knownSockets() throws {
    let mix = try UnixSocketMix()
    let table = try UnixSocketTable.read(withOwners: true) { mix.inodes.contains($0.inode) }
    #expect(table.source == .netlink)
    #expect(table.isComplete)
    let found = table.rows.map(Self.bare)
    #expect(found.count == mix.known.count)
    #expect(Set(found) == mix.known)
    #expect(mix.known.count > 150)
    // Two of three clients of each listener wait for accept.
    let listeners = table.rows.filter { $0.state == .listening }
    #expect(listeners.count == 10)
    #expect(listeners.allSatisfy { $0.receiveQueue == 2 && $0.sendQueue == 9 })
  }

  @Test(
    "Each field is as in ss, but for names with white space, which ss cannot tell from columns",
    .enabled(if: SS.isInstalled, "ss is not installed"))
  func fieldsOfSS() throws {
    let mix = try UnixSocketMix()
    let table = try UnixSocketTable.read(withOwners: true) { mix.inodes.contains($0.inode) }
    let lines = try SS.lines(["-xapH"])
    let inodes = Set(table.rows.map { "\($0.inode)" })
    let ours = table.rows.map(Self.columns).filter { !$0[4].contains { $0.isWhitespace } }
    let told = Set(ours.map { $0[5] })
    let theirs = lines.compactMap { Self.columns($0) }.filter { told.contains($0[5]) }
    #expect(inodes.count == table.rows.count)
    #expect(theirs.count == ours.count)
    #expect(Set(theirs) == Set(ours))
    #expect(ours.count > 120)
  }

  @Test("Where netlink is refused, /proc/net/unix says the same but for peers and queues")
  func fallback() throws {
    let mix = try UnixSocketMix()
    for kernel in [
      ScriptedKernel([], refusal: .notPermitted),
      ScriptedKernel([[.datagram(DiagBytes.error(ENOENT))]], to: .unix),
    ] {
      let table = try UnixSocketTable.read(
        withOwners: true, where: { mix.inodes.contains($0.inode) }, opening: kernel.open)
      #expect(table.source == .procNet)
      #expect(table.netlinkError != nil)
      // Names with a line break or zeros are not in the file as they are.
      func comparable(_ rows: some Sequence<UnixSocketRow>) -> Set<UnixSocketRow> {
        Set(
          rows.map { row in
            var row = Self.bare(row)
            row.peerInode = nil
            row.userID = nil
            switch row.name {
            case .path(let bytes) where bytes.contains(0x0A): row.name = .none
            case .path(let bytes) where String(validating: bytes, as: UTF8.self) == nil:
              row.name = .none
            case .abstract(let bytes) where bytes.contains(0x0A) || bytes.contains(0):
              row.name = .none
            // What is left of a path before its line break.
            case .path(let bytes) where bytes.last == UInt8(ascii: "m"): row.name = .none
            default: break
            }
            return row
          })
      }
      let ours = comparable(table.rows)
      let known = comparable(mix.known)
      #expect(Set(ours.map(\.inode)) == Set(known.map(\.inode)))
      let same = ours.intersection(known)
      // Those whose name the file cut at the line break differ in it, and nothing else does.
      #expect(known.subtracting(same).allSatisfy { $0.name == .none })
      #expect(same.count > 120)
    }
  }

  private func diag(_ attributes: [(Int, [UInt8])], type: UInt8 = 1, state: UInt8 = 1) -> [UInt8] {
    var body = unix_diag_msg()
    body.udiag_family = UInt8(AF_UNIX)
    body.udiag_type = type
    body.udiag_state = state
    body.udiag_ino = 4711
    body.udiag_cookie = (7, 0)
    var bytes = DiagBytes.bytes(of: body)
    for (type, value) in attributes {
      let header = nlattr(nla_len: UInt16(4 + value.count), nla_type: UInt16(type))
      bytes += DiagBytes.bytes(of: header) + value
      bytes += [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
    }
    return bytes
  }

  private func parse(_ bytes: [UInt8]) -> UnixDiagMessage? {
    bytes.withUnsafeBytes { UnixDiagMessage($0) }
  }

  @Test("Messages of the kernel, whole and cut off anywhere")
  func messages() throws {
    let whole = diag([
      (UNIX_DIAG_NAME, Array("/run/x".utf8) + [0]),
      (UNIX_DIAG_PEER, DiagBytes.bytes(of: UInt32(99))),
      (UNIX_DIAG_RQLEN, DiagBytes.bytes(of: unix_diag_rqlen(udiag_rqueue: 3, udiag_wqueue: 4))),
      (77, [1, 2, 3]),
    ])
    let row = try #require(parse(whole)?.row)
    #expect(
      row
        == UnixSocketRow(
          kind: .stream, state: .connected, name: .path(Array("/run/x".utf8)), inode: 4711,
          peerInode: 99, receiveQueue: 3, sendQueue: 4))
    var starts = [16]
    for size in [12, 8, 12, 8] { starts.append((starts.last ?? 0) + size) }
    for length in 0..<whole.count {
      // Between two attributes, and in the padding after one, nothing is missing that was begun.
      let isBorder = starts.contains(length) || [27, 55].contains(length)
      #expect((parse(Array(whole.prefix(length))) != nil) == isBorder, "\(length)")
    }
    #expect(parse(diag([(UNIX_DIAG_NAME, [0])]))?.row?.name == .abstract([]))
    #expect(parse(diag([(UNIX_DIAG_NAME, [])]))?.row?.name == UnixSocketRow.Name.none)
    #expect(parse(diag([(UNIX_DIAG_PEER, [0, 0, 0, 0])]))?.row?.peerInode == nil)
    #expect(try #require(parse(diag([], type: 9))).row == nil)
    for state: UInt8 in [0, 2, 7, 255] {
      #expect(parse(diag([], state: state))?.row?.state == .unconnected)
    }
  }

  @Test("Odd bytes never trap, in messages and in the file")
  func oddBytes() {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(seed: seed)
    let good = diag([
      (UNIX_DIAG_NAME, Array("/run/x".utf8)), (UNIX_DIAG_PEER, [1, 2, 3, 4]),
      (UNIX_DIAG_RQLEN, [UInt8](repeating: 1, count: 8)),
    ])
    let line = Array("0000000000000000: 00000002 00000000 00010000 0001 01 4711 /run/x\n".utf8)
    func spoil(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0...bytes.count / 2, using: &generator))
      return bytes
    }
    for _ in 0..<20_000 {
      _ = parse(spoil(good))
      #expect(ProcNetUnix.rows(of: spoil(line)).count <= 3, "seed \(seed)")
    }
  }

  @Test("Lines of the file")
  func lines() throws {
    let rows = ProcNetUnix.rows(
      of: Array(
        """
        Num       RefCount Protocol Flags    Type St Inode Path
        0000000000000000: 00000002 00000000 00010000 0001 01 4711 /run/a b
        0000000000000000: 00000003 00000000 00000000 0005 03   499
        0000000000000000: 00000003 00000000 00000000 0002 01 500 @x@y
        0000000000000000: 00000003 00000000 00000000 0003 01 501

        """.utf8))
    #expect(
      rows == [
        UnixSocketRow(
          kind: .stream, state: .listening, name: .path(Array("/run/a b".utf8)), inode: 4711),
        UnixSocketRow(kind: .sequencedPackets, state: .connected, inode: 499),
        UnixSocketRow(
          kind: .datagram, state: .unconnected, name: .abstract(Array("x@y".utf8)), inode: 500),
      ])
  }
}
