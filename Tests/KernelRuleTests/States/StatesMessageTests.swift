import Demos
import PortKnowledge
import Testing

/// What recv() returns over TCP and UDP, beside the kernel.
@Suite("The rule of messages and streams")
struct StatesMessageTests {
  private static let base: UInt64 = 0x3E55_0000

  /// Up to five sends of up to 30 bytes and up to six recv() calls.
  private static func messages(seed: UInt64) -> MessageExperiment {
    var generator = SeededGenerator(seed: seed)
    let sends = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      String(
        (0..<Int.random(in: 0...30, using: &generator)).map { _ in
          Character(UnicodeScalar(UInt8.random(in: 0x61...0x7A, using: &generator)))
        })
    }
    return MessageExperiment(
      Bool.random(using: &generator) ? .tcp : .udp,
      client: Endpoint(.octets(127, 0, 0, 2), 40001), server: Endpoint(.loopback, 5000),
      sends: sends, isClosed: Bool.random(using: &generator),
      rooms: (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Int.random(in: 1...40, using: &generator)
      })
  }

  @Test("agrees with the kernel on every recv() of random messages")
  func messages() async throws {
    let count = ParallelRuns.isSweep ? 5_000 : 300
    let faults = try await ParallelRuns.map(count) { index -> String? in
      let seed = Self.base + UInt64(index)
      let messages = Self.messages(seed: seed)
      let asked = Set(messages.rooms.indices)
      let report = ExperimentRunner().run(Experiment(steps: messages.steps(asking: asked)))
      if report.findings.count(where: \.isAsked) != asked.count, report.obstacle == nil {
        return "seed \(seed): \(report.findings.count) findings"
      }
      return ParallelRuns.fault(in: report).map { "seed \(seed): \($0), in \(messages)" }
    }.compactMap(\.self)
    for fault in faults.prefix(10) { Issue.record("\(fault)") }
    #expect(faults.isEmpty, "\(faults.count) of \(count) differ")
    let all = (0..<count).map { Self.messages(seed: Self.base + UInt64($0)) }
    #expect(Set(all.map(\.transport)) == [.tcp, .udp])
    for result in [MessageRules.Received.end, .nothing, .text("")] {
      #expect(all.contains { $0.results.contains(result) }, "no recv() returns \(result)")
    }
  }
}
