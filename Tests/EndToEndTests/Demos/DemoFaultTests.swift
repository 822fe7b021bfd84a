import Demos
import Foundation
import Glibc
import PortKnowledge
import TestSupport
import Testing

@Suite("Demos at the limits, and what they leave behind")
struct DemoFaultTests {
  /// Whether `prlimit` is there to take descriptors away.
  private static let hasLimiter = FileManager.default.isExecutableFile(atPath: "/usr/bin/prlimit")

  private func limited(
    to descriptors: Int, _ arguments: [String]
  ) async throws -> Command.Outcome {
    try await Command(
      "/usr/bin/prlimit",
      ["--nofile=\(descriptors):\(descriptors)", try ProgramUnderTest.path] + arguments
    ).run(input: "")
  }

  @Test(
    "A crowd that is too large for the descriptors is refused with the largest possible, which works",
    .enabled(if: hasLimiter, "prlimit is missing"))
  func crowd() async throws {
    let refused = try await limited(to: 256, ["demo", "crowd", "--clients", "5000"])
    #expect(refused.status == 1 && refused.errors.contains("--clients 2184"), "\(refused)")
    let largest = try await limited(to: 256, ["demo", "crowd", "--clients", "2184"])
    #expect(largest.status == 0, "\(largest)")
    #expect(largest.output.contains("All 2184 5-tuples are distinct"), "\(largest)")
  }

  @Test(
    "A demo without descriptors says so in a sentence and ends with status 1",
    .enabled(if: hasLimiter, "prlimit is missing"), arguments: [8, 12, 16])
  func descriptors(limit: Int) async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await limited(
        to: limit, ["demo", "reuseport", "--plain", "--data", folder.file("data")])
      #expect(!outcome.wasKilled && outcome.status == 1, "\(outcome)")
      #expect(!outcome.errors.isEmpty, "\(outcome)")
    }
  }

  @Test(
    "Ended by a signal in the middle, a demo leaves no socket that listens or waits",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL])
  func signals(signal: CInt) async throws {
    for demo in ["tabs", "closing", "states"] {
      try await withTemporaryFolder { folder in
        let output = folder.file("output")
        let line = """
          sleep 60 | "\(try ProgramUnderTest.path)" demo \(demo) --plain \
          --data "\(folder.file("data"))" > "\(output)" & wait
          """
        // The pipe gives no line, so the demo waits at its first prediction with sockets open.
        try await TmuxSession.run(line) { terminal in
          var ports: Set<UInt16> = []
          try await terminal.wait(until: "\(demo) asks") { _ in
            let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
            ports = Self.ports(in: text)
            return text.contains("Predict:") && !ports.isEmpty
          }
          let process = try await Self.process(holding: ports)
          kill(process, signal)
          let isGone = try await eventually { () async throws -> Bool in
            try await Self.rows(of: ports).allSatisfy { $0.hasPrefix("TIME-WAIT") }
          }
          let left = try await Self.rows(of: ports)
          #expect(isGone, "\(demo), signal \(signal): \(left)")
        }
      }
    }
  }

  /// The ports after `127.0.0.1:` in a text.
  private static func ports(in text: String) -> Set<UInt16> {
    Set(text.matches(of: #/127\.0\.0\.1:([0-9]+)/#).compactMap { UInt16($0.output.1) })
      .subtracting([0])
  }

  /// The process of this program that holds one of the ports.
  private static func process(holding ports: Set<UInt16>) async throws -> pid_t {
    let object = try await sockets(ports)
    let processes = object.compactMap { $0["processes"] as? [[String: Any]] }.flatMap { $0 }
    return pid_t(try #require(processes.first?["pid"] as? Int))
  }

  /// The states of the rows of some ports.
  private static func rows(of ports: Set<UInt16>) async throws -> [String] {
    try await sockets(ports).compactMap { $0["state"] as? String }
  }

  private static func sockets(_ ports: Set<UInt16>) async throws -> [[String: Any]] {
    let filter = "port:" + ports.map(String.init).joined(separator: ",")
    let outcome = try await Command(
      try ProgramUnderTest.path, ["sockets", filter, "--json"]
    ).run()
    return try outcome.object()["sockets"] as? [[String: Any]] ?? []
  }
}
