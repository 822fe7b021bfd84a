import CLinux
import Foundation
import Glibc
import PortKnowledge
import SystemPackage

@testable import Sockets

/// Unix-domain sockets of all kinds and states, held open, with what each is known to be.
final class UnixSocketMix {
  /// What must be in the table, once each, but for the queues.
  private(set) var known: Set<UnixSocketRow> = []
  private var open: [Int32] = []
  private let folder: String

  /// Opens everything; files are in a folder of their own.
  init() throws {
    folder = NSTemporaryDirectory() + "portside-unix-\(UInt32.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let tag = Array("portside \(UInt64.random(in: .min ... .max))".utf8)
    for kind in UnixSocketRow.Kind.allCases {
      for _ in 0..<20 { try pair(kind) }
      let bare = try make(kind)
      know(bare, kind, .unconnected)
      let name = Array("\(kind.ssName)".utf8)
      for bound: UnixSocketRow.Name in [
        .path(Array("\(folder)/".utf8) + name),
        .path(Array("\(folder)/a b\u{1B}[31m\n".utf8) + name + [0xFF, 0xC3]),
        .path(long(Array("\(folder)/".utf8) + name)),
        .abstract(tag + name), .abstract(tag + [0, 0x0A, 0x1B, 0xFF, 0] + name),
      ] {
        try kind == .datagram ? receiver(at: bound) : server(at: bound, kind)
      }
    }
  }

  deinit {
    for number in open { close(number) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The inodes of its sockets.
  var inodes: Set<UInt64> { Set(known.map(\.inode)).subtracting([0]) }

  /// A path as long as an address has room for: without its zero.
  private func long(_ start: [UInt8]) -> [UInt8] {
    start + [UInt8](repeating: UInt8(ascii: "x"), count: max(0, 107 - start.count))
  }

  private func make(_ kind: UnixSocketRow.Kind) throws -> Int32 {
    let flags = SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
    let number = try SystemCall("socket").perform {
      socket(AF_UNIX, Int32(kind.rawValue) | Int32(flags), 0)
    }
    open.append(number)
    return number
  }

  private func inode(_ number: Int32) -> UInt64 {
    var status = stat()
    return fstat(number, &status) == 0 ? UInt64(status.st_ino) : 0
  }

  private func know(
    _ number: Int32, _ kind: UnixSocketRow.Kind, _ state: UnixSocketRow.State,
    _ name: UnixSocketRow.Name = .none, peer: Int32? = nil
  ) {
    known.insert(
      UnixSocketRow(
        kind: kind, state: state, name: name, inode: inode(number), peerInode: peer.map(inode),
        userID: getuid(),
        owners: [SocketOwner(processID: getpid(), name: "", descriptor: number)]))
  }

  private func pair(_ kind: UnixSocketRow.Kind) throws {
    var ends: [Int32] = [-1, -1]
    let type = Int32(kind.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    try SystemCall("socketpair").perform { socketpair(AF_UNIX, type, 0, &ends) }
    open += ends
    know(ends[0], kind, .connected, peer: ends[1])
    know(ends[1], kind, .connected, peer: ends[0])
    for count in [5, 3] { try SystemCall("send").perform { send(ends[0], folder, count, 0) } }
  }

  private func withAddress(
    _ name: UnixSocketRow.Name, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes: [UInt8] =
      switch name {
      case .none: []
      case .path(let path): path
      case .abstract(let rest): [0] + rest
      }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = MemoryLayout<sa_family_t>.size + bytes.count
    return withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
    }
  }

  private func connect(_ number: Int32, to name: UnixSocketRow.Name) throws {
    try SystemCall("connect").perform { withAddress(name) { Glibc.connect(number, $0, $1) } }
  }

  /// A listener with a connection that is accepted and two that are not.
  private func server(at name: UnixSocketRow.Name, _ kind: UnixSocketRow.Kind) throws {
    let listener = try make(kind)
    try SystemCall("bind").perform { withAddress(name) { bind(listener, $0, $1) } }
    try SystemCall("listen").perform { listen(listener, 9) }
    know(listener, kind, .listening, name)
    let client = try make(kind)
    try connect(client, to: name)
    let accepted = try SystemCall("accept4").perform { portside_accept4(listener, nil, nil) }
    open.append(accepted)
    know(client, kind, .connected, peer: accepted)
    know(accepted, kind, .connected, name, peer: client)
    for _ in 0..<2 {
      let waiting = try make(kind)
      try connect(waiting, to: name)
      know(waiting, kind, .connected)
    }
  }

  /// A datagram socket and a client that is connected to it.
  private func receiver(at name: UnixSocketRow.Name) throws {
    let receiver = try make(.datagram)
    try SystemCall("bind").perform { withAddress(name) { bind(receiver, $0, $1) } }
    let client = try make(.datagram)
    try connect(client, to: name)
    try SystemCall("send").perform { send(client, folder, 4, 0) }
    // The kernel marks the receiver too, which has no peer of its own.
    know(receiver, .datagram, .connected, name)
    know(client, .datagram, .connected, peer: receiver)
  }
}
