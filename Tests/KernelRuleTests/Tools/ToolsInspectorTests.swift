import Foundation
import PortKnowledge
import Sockets
import TestSupport
import Testing

@Suite("A row as other tools show it, compared with the tools")
struct ToolsInspectorTests {
  private static let ss = isInstalled("ss")
  private static let netstat = isInstalled("netstat")
  private static let lsof = isInstalled("lsof")

  private static func isInstalled(_ program: String) -> Bool {
    (Command.pinned["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  /// The rows of many sockets on loopback, TCP in many states and UDP with and without a peer.
  private final class Sockets {
    let tcp: FilterSockets
    let receiver: Held
    let caller: Held
    let udpPorts: Set<PortNumber>

    final class Held {
      let socket: Socket
      init(_ socket: consuming Socket) { self.socket = socket }
    }

    init() throws {
      tcp = try FilterSockets()
      receiver = Held(try Socket(.udp))
      try receiver.socket.bind(to: Endpoint(.loopback, 0))
      caller = Held(try Socket(.udp))
      let end = try receiver.socket.localEndpoint()
      try caller.socket.connect(to: end, timeout: .seconds(2))
      udpPorts = [end.port, try caller.socket.localEndpoint().port]
    }

    /// The rows of these sockets alone: one of the ports may also be that of a stranger's row.
    func table() throws -> InspectedTable {
      let table = try KernelTable.read(withOwners: true) { row in
        row.transport == .tcp
          ? tcp.contains(row)
          : udpPorts.contains(row.local.port)
            && (!row.hasPeer || udpPorts.contains(row.remote.port))
      }
      return InspectedTable(table.rows)
    }
  }

  /// The view of each row in one tool, and what the tool prints for it, line by line.
  ///
  /// Rows that change while the tool runs are left out.
  private func compare(
    _ index: Int, _ body: (SocketRow, ToolView, [[String]]) -> Void
  ) async throws -> Int {
    let sockets = try Sockets()
    let table = try sockets.table()
    var compared = 0
    for row in table.rows {
      let isOnly = row.isListener && sockets.tcp.ipv6OnlyPorts.contains(row.local.port)
      let view = ToolView.views(of: row, in: table, isIPv6Only: isOnly)[index]
      let outcome = try await Command("/bin/sh", ["-c", view.command]).run()
      guard try sockets.table().rows.contains(row) else { continue }
      let lines = outcome.output.split(separator: "\n").map {
        $0.split(separator: " ").map(String.init)
      }
      body(row, view, lines)
      compared += 1
    }
    return compared
  }

  private func fields(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  @Test(
    "is the one line of ss", .enabled(if: ss, "ss (iproute2) is not installed here"),
    .enabled(if: IPv6Loopback.isThere, "\(IPv6Loopback.reason)"))
  func ssLines() async throws {
    let compared = try await compare(0) { row, view, lines in
      #expect(lines.dropFirst() == [fields(view.line)], "\(view.command): \(lines)")
    }
    #expect(compared > 15)
  }

  @Test(
    "is the one line of netstat", .enabled(if: netstat, "netstat (net-tools) is not installed"),
    .enabled(if: IPv6Loopback.isThere, "\(IPv6Loopback.reason)"))
  func netstatLines() async throws {
    let compared = try await compare(1) { row, view, lines in
      // The last field holds a name of the command line, which may hold blanks too.
      let count = row.transport == .udp && !row.hasPeer ? 5 : 6
      let shown = lines.map { $0.prefix(count) + [Self.process($0.dropFirst(count).first)] }
      let ours = fields(view.line)
      let expected = ours.prefix(count) + [Self.process(ours.dropFirst(count).first)]
      #expect(shown == [expected], "\(view.command): \(lines)")
    }
    #expect(compared > 15)
  }

  private static func process(_ field: String?) -> String {
    field?.split(separator: "/").first.map(String.init) ?? ""
  }

  @Test(
    "is the one line of lsof, or none where no process has it",
    .enabled(if: lsof, "lsof is not installed here"),
    .enabled(if: IPv6Loopback.isThere, "\(IPv6Loopback.reason)"))
  func lsofLines() async throws {
    var printed = 0
    let compared = try await compare(2) { row, view, lines in
      let isOne: (([String]) -> Bool) = { $0.contains("\(row.inode)") }
      if view.line.isEmpty {
        #expect(row.owners.isEmpty && view.notes.count == 1)
        #expect(!lines.contains(where: isOne) || row.inode == 0, "\(view.command): \(lines)")
      } else {
        printed += 1
        #expect(lines.first == view.heading.map(fields), "\(view.command)")
        #expect(lines.dropFirst() == [fields(view.line)], "\(view.command): \(lines)")
      }
    }
    #expect(compared > 15 && printed > 10)
  }

  @Test(
    "is the one line of the kernel's file",
    .enabled(if: IPv6Loopback.isThere, "\(IPv6Loopback.reason)"))
  func fileLines() async throws {
    let compared = try await compare(3) { row, view, lines in
      let ours = fields(view.line)
      let shown = lines.map { line in
        zip(line, ours).map { $1.hasPrefix("…") ? $1 : $0 }
      }
      #expect(shown == [ours], "\(view.command): \(lines)")
    }
    #expect(compared > 15)
  }
}
