import CLinux
import Glibc
import PortKnowledge
import SystemPackage
import Testing

@testable import Sockets

/// What becomes of a table when its answer fails on the way, with a scripted kernel.
@Suite("Netlink answers that fail on the way") struct NetlinkFaultTests {
  private typealias Step = ScriptedKernel.Step

  private func read(_ kernel: ScriptedKernel) throws -> KernelTable {
    try KernelTable.readNetlink(where: { _ in true }, opening: kernel.open)
  }

  private func ports(_ table: KernelTable) -> [PortNumber] { table.rows.map(\.local.port) }

  private func connection(_ port: UInt16, flags: Int32 = 0) -> [UInt8] {
    DiagBytes.connection(port: port, flags: flags)
  }

  private let whole: [Step] = [
    .datagram(DiagBytes.connection(port: 1) + DiagBytes.connection(port: 2)),
    .datagram(DiagBytes.connection(port: 3)), .datagram(DiagBytes.done()),
  ]

  @Test("An answer in several datagrams is one table, and nothing is read twice")
  func severalDatagrams() throws {
    let kernel = ScriptedKernel([whole])
    let table = try read(kernel)
    #expect(ports(table) == [1, 2, 3])
    #expect(table.isComplete)
    #expect(table.source == .netlink)
    #expect(kernel.attempts == 1)
    #expect(Set(kernel.requests).count == 4)
  }

  @Test(
    "A disturbed answer is thrown away and asked for again",
    arguments: [
      [.datagram(DiagBytes.connection(port: 9)), .failure(.noBufferSpace)],
      [.datagram(DiagBytes.connection(port: 9, flags: NLM_F_DUMP_INTR) + DiagBytes.done())],
      [.datagram(DiagBytes.connection(port: 9) + DiagBytes.done(flags: NLM_F_DUMP_INTR))],
      [.datagram(DiagBytes.connection(port: 9) + DiagBytes.message(NLMSG_OVERRUN, []))],
      [.datagram(DiagBytes.connection(port: 9)), .datagram(DiagBytes.error(ENOBUFS))],
      [.datagram(DiagBytes.connection(port: 9) + DiagBytes.done(code: -ENOBUFS))],
      [.datagram(Array((DiagBytes.connection(port: 9) + DiagBytes.connection()).dropLast(7)))],
      [.datagram(DiagBytes.connection(port: 9)), .datagram([])],
    ] as [[ScriptedKernel.Step]])
  func disturbedOnce(_ disturbed: [ScriptedKernel.Step]) throws {
    for times in 1...NetlinkDump.repeats {
      let kernel = ScriptedKernel(Array(repeating: disturbed, count: times) + [whole])
      let table = try read(kernel)
      // Nothing of an earlier attempt is left: the rows are those of one reading.
      #expect(ports(table) == [1, 2, 3])
      #expect(table.isComplete)
      #expect(kernel.attempts == times + 1)
    }
    let kernel = ScriptedKernel([disturbed])
    let table = try read(kernel)
    #expect(ports(table) == [9])
    #expect(!table.isComplete)
    #expect(kernel.attempts == 1 + NetlinkDump.repeats)
  }

  @Test("A refusal falls back to /proc/net and says which error it was")
  func refusals() throws {
    let cases: [(ScriptedKernel, String, Errno)] = [
      (ScriptedKernel([], refusal: .notPermitted), "socket", .notPermitted),
      (ScriptedKernel([], refusal: .permissionDenied), "socket", .permissionDenied),
      (
        ScriptedKernel([[.datagram(DiagBytes.error(EPERM))]]), "read the socket table",
        .notPermitted
      ),
      (
        ScriptedKernel([[.datagram(DiagBytes.connection() + DiagBytes.done(code: -EINVAL))]]),
        "read the socket table", .invalidArgument
      ),
      // A kernel without TCP in this family: nothing that a table without rows would tell.
      (
        ScriptedKernel([[.datagram(DiagBytes.error(ENOENT))]]), "read the socket table",
        .noSuchFileOrDirectory
      ),
      (ScriptedKernel([[.datagram(connection(9))]]), "recv", .timedOut),
    ]
    let listener = try makeListener()
    let end = try listener.localEndpoint()
    for (kernel, operation, number) in cases {
      let table = try KernelTable.read(
        withOwners: true, where: { $0.transport == .tcp && $0.local == end },
        opening: kernel.open)
      #expect(table.source == .procNet)
      #expect(table.netlinkError == SocketError(operation, number: number))
      #expect(try table.rows.map(\.inode) == [listener.inode()])
      #expect(table.rows.first?.owners.map(\.descriptor) == [listener.number])
    }
  }

  @Test("A kernel without IPv6 has an empty table of it")
  func noIPv6() throws {
    let kernel = ScriptedKernel([[.datagram(DiagBytes.error(ENOENT))]], to: .inet(.tcp, .ipv6))
    let table = try read(kernel)
    #expect(table.rows.isEmpty)
    #expect(table.isComplete)
    #expect(kernel.attempts == 1)
  }

  @Test("A socket met twice is one row with what was seen last")
  func metTwice() throws {
    var closing = connection(1)
    // The state is the second byte of the body.
    closing[MemoryLayout<nlmsghdr>.size + 1] = TCPState.timeWait.rawValue
    let kernel = ScriptedKernel([
      [.datagram(connection(1) + connection(2)), .datagram(closing + DiagBytes.done())]
    ])
    let table = try read(kernel)
    #expect(ports(table) == [1, 2])
    #expect(table.rows.first?.state == .timeWait)
  }

  @Test("Whatever the bytes, a dump ends")
  func oddAnswers() throws {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(seed: seed)
    let good = connection(1) + connection(2) + DiagBytes.done()
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      let kernel = ScriptedKernel([[.datagram(bytes), .datagram(DiagBytes.done())]])
      do throws(SocketError) {
        let table = try KernelTable.readNetlink(where: { _ in true }, opening: kernel.open)
        #expect(table.rows.count <= 2, "seed \(seed)")
      } catch {
        #expect(error.number != .timedOut, "seed \(seed)")
      }
      #expect(kernel.attempts <= 1 + NetlinkDump.repeats, "seed \(seed)")
    }
  }
}
