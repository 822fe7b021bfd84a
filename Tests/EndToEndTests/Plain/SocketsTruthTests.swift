import Foundation
import Glibc
import PortKnowledge
import TestSupport
import Testing

@Suite("portside sockets against ss")
struct SocketsTruthTests {
  private static let tool = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    .split(separator: ":").map { $0 + "/ss" }.first(where: FileManager.default.isExecutableFile)

  /// The lines of `ss -tunapH` about some ports, each field by itself.
  private func listed(_ ports: Set<PortNumber>) async throws -> [String] {
    let outcome = try await Command(try #require(Self.tool), ["-tunapH"]).run()
    return outcome.output.split(separator: "\n").compactMap { line in
      let fields = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard fields.count >= 6, let local = Self.endpoint(fields[4]) else { return nil }
      let remote = Self.endpoint(fields[5])
      guard Self.isOwn(local, remote, ports) else { return nil }
      let owners = fields.count > 6 ? Self.owners(fields[6]) : []
      return Self.text(
        fields[0], fields[1], fields[2], fields[3], local, remote, owners)
    }
  }

  /// The same of `portside sockets --json`.
  private func shown(_ ports: Set<PortNumber>) async throws -> [String] {
    let outcome = try await Command(
      try ProgramUnderTest.path, ["sockets", "--json", "--sort", "kernel"]
    ).run()
    let rows = try outcome.object()["sockets"] as? [[String: Any]] ?? []
    return rows.compactMap { row in
      func end(_ name: String) -> Endpoint? {
        guard let end = row[name] as? [String: Any], let port = end["port"] as? Int,
          let address = (end["address"] as? String).flatMap({ IPAddress($0) })
        else { return nil }
        return Endpoint(address, PortNumber(UInt16(port)))
      }
      guard let local = end("local"), Self.isOwn(local, end("remote"), ports) else { return nil }
      let owners = (row["processes"] as? [[String: Any]] ?? []).map {
        "\($0["pid"] as? Int ?? 0)/\($0["descriptor"] as? Int ?? 0)"
      }
      return Self.text(
        row["protocol"] as? String ?? "", row["state"] as? String ?? "",
        "\(row["receiveQueue"] as? Int ?? -1)", "\(row["sendQueue"] as? Int ?? -1)", local,
        end("remote"), owners)
    }
  }

  private static func isOwn(
    _ local: Endpoint, _ remote: Endpoint?, _ ports: Set<PortNumber>
  ) -> Bool {
    ports.contains(local.port) || remote.map { ports.contains($0.port) } ?? false
  }

  private static func text(
    _ transport: String, _ state: String, _ received: String, _ sent: String, _ local: Endpoint,
    _ remote: Endpoint?, _ owners: [String]
  ) -> String {
    let peer = remote.map { $0.port == 0 ? "*" : "\($0)" } ?? "*"
    return [
      transport, state, received, sent, "\(local)", peer, owners.sorted().joined(separator: ","),
    ]
    .joined(separator: " ")
  }

  /// An end as ss writes it; a wildcard port is 0.
  private static func endpoint(_ text: String) -> Endpoint? {
    let plain = text.hasSuffix(":*") ? String(text.dropLast()) + "0" : text
    // The interface that a wildcard socket is tied to stands behind a percent sign.
    return Endpoint(plain.replacing(#/%[a-z0-9]+/#, with: ""))
  }

  /// Process and descriptor of each owner in `users:(("name",pid=1,fd=2))`.
  private static func owners(_ text: String) -> [String] {
    text.matches(of: #/pid=([0-9]+),fd=([0-9]+)/#).map { "\($0.output.1)/\($0.output.2)" }
  }

  @Test(
    "A busy table: every row of ours is a row of ss, and no other",
    .enabled(if: tool != nil, "ss is missing"))
  func busy() async throws {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    getrlimit(resource, &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(resource, &limit)
    let table = try BusyTable()
    // The two programs read one after the other: rows that are still moving are read again.
    var ours: [String] = []
    var theirs: [String] = []
    _ = try await eventually { () async throws -> Bool in
      ours = try await shown(table.ports).sorted()
      theirs = try await listed(table.ports).sorted()
      return ours == theirs
    }
    let missing = Set(theirs).subtracting(ours)
    let extra = Set(ours).subtracting(theirs)
    #expect(
      missing.isEmpty && extra.isEmpty, "missing \(missing.prefix(5)), extra \(extra.prefix(5))")
    #expect(ours.count == theirs.count && ours.count > 2500, "\(ours.count) rows")
    for state in ["LISTEN", "ESTAB", "UNCONN", "FIN-WAIT-2", "CLOSE-WAIT", "TIME-WAIT", "SYN-SENT"]
    {
      #expect(ours.contains { $0.contains(" \(state) ") }, "no row in \(state)")
    }
    withExtendedLifetime(table) {}
  }
}
