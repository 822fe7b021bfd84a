import Foundation
import PortKnowledge
import TestSupport
import Testing

@Suite("The words of a tool, compared with the real one")
struct ToolsWordsTests {
  private static let program = ["/usr/bin/netstat", "/bin/netstat", "/sbin/netstat"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Local side, peer and state as netstat should write them.
  private static func line(_ socket: ListedSocket) -> String {
    let tool = SocketTool.netstat
    return [tool.local(socket), tool.peer(socket), tool.name(of: socket.row.state)]
      .compactMap(\.self).joined(separator: " ")
  }

  @Test(
    "are netstat's for states, local sides and peers",
    .enabled(if: Self.program != nil, "netstat (net-tools) is not installed here"),
    .enabled(if: IPv6Loopback.isThere, "\(IPv6Loopback.reason)"))
  func netstat() async throws {
    let sockets = try FilterSockets()
    // A row may still be on its way into its state, so both are read until they agree.
    var missing: Set<String> = []
    let agree = try await eventually {
      let model = Set(try sockets.rows().map(Self.line))
      // Wide, so that no address is cut off.
      let outcome = try await Command(Self.program ?? "", ["-tanW"]).run()
      let seen = Set(
        outcome.output.split(separator: "\n").map { line in
          line.split(separator: " ").dropFirst(3).prefix(3).joined(separator: " ")
        })
      missing = model.subtracting(seen)
      return model.count > 12 && missing.isEmpty
    }
    #expect(agree, "netstat does not say \(missing)")
  }
}
