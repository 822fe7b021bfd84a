import Foundation
import Glibc
import PortKnowledge
import SystemPackage
import Testing

@testable import Sockets

/// Who holds a socket, where not everybody can be looked into.
@Suite("Owners that cannot be seen") struct OwnerFaultTests {
  /// A folder laid out like `/proc`, thrown away at the end.
  private final class FakeProc {
    let path = NSTemporaryDirectory() + "portside-proc-\(UInt64.random(in: .min ... .max))"

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func process(_ number: Int, comm: String?, _ links: [String: String]) throws {
      let folder = "\(path)/\(number)"
      let files = FileManager.default
      try files.createDirectory(atPath: "\(folder)/fd", withIntermediateDirectories: true)
      if let comm { try Data(comm.utf8).write(to: URL(fileURLWithPath: "\(folder)/comm")) }
      for (name, target) in links {
        try files.createSymbolicLink(
          atPath: "\(folder)/fd/\(name)", withDestinationPath: target)
      }
    }
  }

  @Test("Every link is judged by its own text, and owners are in order")
  func links() throws {
    let proc = try FakeProc()
    try proc.process(1, comm: "first\n", ["10": "socket:[7]", "9": "socket:[7]", "3": "pipe:[7]"])
    try proc.process(
      20, comm: "odd\u{1B}[31m name\n",
      ["0": "socket:[8]", "x": "socket:[7]", "1": "socket:[70]", "2": "socket:[7"])
    try proc.process(3, comm: nil, ["5": "socket:[7]"])
    try proc.process(
      4, comm: "long\n", ["1": "socket:[7]" + String(repeating: "]", count: 100)])
    try FileManager.default.createDirectory(
      atPath: "\(proc.path)/5", withIntermediateDirectories: false)
    let owners = SocketOwners.read(of: [7, 8], in: proc.path)
    #expect(
      owners.byInode == [
        7: [
          SocketOwner(processID: 1, name: "first", descriptor: 9),
          SocketOwner(processID: 1, name: "first", descriptor: 10),
        ],
        8: [SocketOwner(processID: 20, name: "odd\u{1B}[31m name", descriptor: 0)],
      ])
    #expect(owners.hiddenProcesses == 0)
    #expect(owners.error == nil)
  }

  @Test("Without /proc nobody is found, and the error is kept")
  func noProc() throws {
    let proc = try FakeProc()
    let missing = SocketOwners.read(of: [7], in: "\(proc.path)/nothing")
    #expect(missing.byInode.isEmpty)
    #expect(missing.error?.number == .noSuchFileOrDirectory)
    // Other users' processes are not even listed: nobody knows how many there are.
    try proc.process(50, comm: "mine\n", ["1": "socket:[7]"])
    let part = SocketOwners.read(of: [7], in: proc.path)
    #expect(part.byInode[7]?.map(\.processID) == [50])
    #expect(part.hiddenProcesses == 1)
  }

  @Test(
    "A /proc or a process that may not be read is told, not passed over",
    .enabled(if: geteuid() == 0, "only root can become another user"))
  func unreadable() throws {
    let proc = try FakeProc()
    try proc.process(1, comm: "first\n", ["1": "socket:[7]"])
    try proc.process(2, comm: "closed\n", ["1": "socket:[7]"])
    let path = proc.path
    chmod("\(path)/2/fd", 0)
    let part = try UnprivilegedThread { SocketOwners.read(of: [7], in: path) }.value()
    #expect(part.byInode[7]?.map(\.processID) == [1])
    #expect(part.hiddenProcesses == 1)
    chmod(path, 0)
    let none = try UnprivilegedThread { SocketOwners.read(of: [7], in: path) }.value()
    #expect(none.byInode.isEmpty)
    #expect(none.error?.number == .permissionDenied)
  }

  @Test(
    "Without privileges other users' processes are counted as hidden, our own are found",
    .enabled(if: geteuid() == 0, "only root can become another user"))
  func otherUsers() throws {
    let listener = try makeListener()
    let end = try listener.localEndpoint()
    let number = listener.number
    // A program of root's holds the same socket as its standard input's neighbour.
    let other = try HeldByCat(descriptor: number)
    @Sendable func read() throws -> KernelTable {
      try KernelTable.read(withOwners: true) { $0.transport == .tcp && $0.local == end }
    }
    let all = try read()
    #expect(
      Set(all.rows.flatMap { $0.owners.map(\.processID) }) == [getpid(), other.process])
    // Within a container even root may not look into all.
    let hiddenFromRoot = try #require(all.hiddenProcesses)
    let table = try UnprivilegedThread { try read() }.value()
    #expect(table.source == .netlink)
    #expect(table.ownersError == nil)
    #expect(table.rows.flatMap { $0.owners.map(\.processID) } == [getpid()])
    #expect(try #require(table.hiddenProcesses) > hiddenFromRoot)
  }

  /// `cat`, which waits for input and holds one of our descriptors.
  private final class HeldByCat {
    let process: pid_t
    private let input: Int32

    init(descriptor: Int32) throws {
      var ends: [Int32] = [-1, -1]
      _ = pipe(&ends)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      input = ends[1]
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
      posix_spawn_file_actions_adddup2(&actions, descriptor, 999)
      process = try Spawned.start(["cat"], &actions)
      close(ends[0])
    }

    deinit {
      close(input)
      waitpid(process, nil, 0)
    }
  }
}
