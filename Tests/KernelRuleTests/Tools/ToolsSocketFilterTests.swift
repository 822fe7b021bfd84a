import Foundation
import PortKnowledge
import TestSupport
import Testing

@Suite("A filter, compared with the real ss")
struct ToolsSocketFilterTests {
  private static let program = ["/usr/bin/ss", "/bin/ss", "/usr/sbin/ss", "/sbin/ss"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  private static let count =
    ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] == nil ? 400 : 4000

  /// Local side and peer of every row that ss shows, as it writes them; nil where it refuses.
  private func shown(_ filter: RandomFilter, ports: Set<PortNumber>) async throws -> [String]? {
    let outcome = try await Command(
      Self.program ?? "", ["-tanH"] + filter.stateArguments + filter.conditionArguments
    ).run()
    guard outcome.status == 0 else { return nil }
    return outcome.output.split(separator: "\n").compactMap { line in
      // Where only one state can occur, ss leaves that column out.
      let cells = line.split(separator: " ").drop { !$0.allSatisfy(\.isWholeNumber) }
      let ends = Array(cells.dropFirst(2).prefix(2))
      // Both ends are ours, or there is no other one: its port is a star.
      let isOwn = ends.allSatisfy { end in
        PortNumber(text: end.split(separator: ":").last ?? "").map(ports.contains) ?? true
      }
      return isOwn ? ends.joined(separator: " ") : nil
    }.sorted()
  }

  @Test(
    "shows the same rows",
    .enabled(if: Self.program != nil, "ss (iproute2) is not installed here"),
    .enabled(if: IPv6Loopback.isThere, "\(IPv6Loopback.reason)"))
  func sameRows() async throws {
    let sockets = try FilterSockets()
    var compared = 0
    for index in 0..<Self.count {
      let seed = 0x55F1_0000 + UInt64(index)
      let random = RandomFilter(seed: seed, ports: sockets.ports, addresses: sockets.addresses)
      let filter = try SocketFilter(random.text)
      // A row that changes its state in between makes the comparison void, so it is made again.
      for _ in 0..<3 {
        let before = try sockets.rows()
        let seen = try await shown(random, ports: sockets.ports)
        guard try sockets.rows() == before else { continue }
        let model = before.filter { filter.matches($0.row) }.map {
          SSListing.local($0) + " " + SSListing.peer($0)
        }.sorted()
        #expect(seen == model, "seed \(seed): \(random.text)")
        compared += 1
        break
      }
    }
    #expect(compared > Self.count * 9 / 10)
  }

  @Test(
    "is read by ss where an exercise asks for it",
    .enabled(if: Self.program != nil, "ss (iproute2) is not installed here"))
  func exercises() async throws {
    let family = try #require(ExerciseCatalog.family(named: "socket-filter"))
    var filters: Set<String> = []
    for level in ExerciseLevel.allCases {
      for seed in 0..<UInt64(30) {
        switch family.question(seed: seed, level: level).kind {
        case .entry(let entry): filters.formUnion(entry.accepted + entry.mistakes.map(\.text))
        case .chooseOne(let options): filters.formUnion(options.map(\.text))
        default: break
        }
      }
    }
    #expect(filters.count > 100)
    for filter in filters.sorted() {
      let words = filter.split(separator: " ").map(String.init)
      let outcome = try await Command(Self.program ?? "", ["-tanH"] + words).run()
      #expect(outcome.status == 0, "\(filter): \(outcome.errors)")
    }
  }

  @Test(
    "is refused where ss refuses it",
    .enabled(if: Self.program != nil, "ss (iproute2) is not installed here"),
    arguments: [
      "sport=:443", "sport =:443", "(sport = :443)", "src != 127.0.0.1", "sport = :443 and",
      "and sport = :443", "( sport = :443", "sport = :443 )", "( )", "not", "src ::1",
      "src [::]/0", "src 127.0.0.1/33", "sport <> :443", "sport => :443", "SPORT = :443",
      "sport = :443 AND dport = :1", "sport = 127.0.0.1:443", "sport = :443 state listening",
      "not state listening", "state listen", "state estab", "state unconn", "state time_wait",
      "state listening and sport = :443", "state", "sport", "src", "( state listening )",
    ])
  func refused(text: String) async throws {
    #expect(throws: SocketFilterError.self) { try SocketFilter(text) }
    let words = text.split(separator: " ").map(String.init)
    let outcome = try await Command(Self.program ?? "", ["-tanH"] + words).run()
    #expect(outcome.status != 0, "\(text)")
  }
}
