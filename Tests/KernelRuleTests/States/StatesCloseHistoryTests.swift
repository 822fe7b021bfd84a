import Demos
import PortKnowledge
import Testing

/// The model of a connection's end beside the kernel, call by call and row by row.
@Suite("The model of how a connection ends")
struct StatesCloseHistoryTests {
  private static let base: UInt64 = 0xC105_E000

  /// A history and what came of it.
  private struct Outcome: Sendable {
    let seed: UInt64
    let calls: [CloseCall]
    let findings: Int
    let fault: String?
  }

  private static func outcome(seed: UInt64) -> Outcome {
    var generator = SeededGenerator(seed: seed)
    let calls = history(&generator)
    let experiment = CloseExperiment(
      client: Endpoint(.octets(127, 0, 0, 2), 40001), server: Endpoint(.loopback, 443),
      calls: calls)
    let report = ExperimentRunner().run(Experiment(steps: experiment.steps()))
    return Outcome(
      seed: seed, calls: calls, findings: report.findings.count,
      fault: ParallelRuns.fault(in: report))
  }

  /// Two to seven calls by whoever has not closed yet.
  private static func history(_ generator: inout SeededGenerator) -> [CloseCall] {
    let count = Int.random(in: 2...7, using: &generator)
    var open = ConnectionSide.allCases
    var calls: [CloseCall] = []
    while calls.count < count, let side = open.randomElement(using: &generator) {
      let operation: CloseCall.Operation =
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...2: .send(Int.random(in: 1...20, using: &generator))
        case 3...5: .receive(upTo: Int.random(in: 1...30, using: &generator))
        case 6...7: .shutdownWriting
        case 8: .close
        default: Bool.random(using: &generator) ? .close : .abort
        }
      let call = CloseCall(side, operation)
      calls.append(call)
      if call.isClosing { open.removeAll { $0 == side } }
    }
    return calls
  }

  @Test("agrees with the kernel on every result and both rows of random histories")
  func histories() async throws {
    let count = ParallelRuns.isSweep ? 10_000 : 500
    let outcomes = try await ParallelRuns.map(count) {
      Self.outcome(seed: Self.base + UInt64($0))
    }
    let faulty = outcomes.filter { $0.fault != nil }
    for outcome in faulty.prefix(10) {
      Issue.record("seed \(outcome.seed): \(outcome.fault ?? ""), in \(outcome.calls)")
    }
    #expect(faulty.isEmpty, "\(faulty.count) of \(count) histories differ")
    let findings = outcomes.reduce(0) { $0 + $1.findings }
    #expect(findings > count * 5, "only \(findings) comparisons")
    Self.checkVariety(outcomes.map { CloseHistory($0.calls) })
  }

  /// Random histories prove little where some results or rows never come up.
  private static func checkVariety(_ histories: [CloseHistory]) {
    let results = Set(histories.flatMap(\.results).map { $0.errorName ?? "\($0)" })
    for name in ["OK", "ECONNRESET", "EPIPE", "ENOTCONN", "EAGAIN"] {
      #expect(results.contains(name), "no history has the result \(name)")
    }
    #expect(histories.contains { $0.results.contains(.endOfStream) })
    let states = Set(histories.flatMap { [$0.client.state, $0.server.state] })
    #expect(states == [.established, .finWait2, .closeWait, .timeWait, nil])
    #expect(Set(histories.map(\.timeWaitHolder)) == [.client, .server, nil])
    for cause in [CloseHistory.Cause.linger, .dataAfterClose] {
      #expect(histories.contains { $0.reset?.cause == cause }, "no reset by \(cause)")
    }
    #expect(
      histories.contains { if case .unread = $0.reset?.cause { true } else { false } },
      "no reset by unread data")
  }

  @Test("is contradicted where it is wrong")
  func wrong() {
    // The server's answer to a FIN is a call, not something that the kernel does by itself.
    let calls = [CloseCall(.client, .close)]
    let experiment = CloseExperiment(
      client: Endpoint(.octets(127, 0, 0, 2), 40001), server: Endpoint(.loopback, 443),
      calls: calls)
    var steps = experiment.steps(asking: [.states])
    steps[steps.count - 1].expected = .state(.timeWait)
    let report = ExperimentRunner().run(Experiment(steps: steps))
    #expect(report.obstacle == nil)
    #expect(report.disagreements.map(\.kernel) == [.state(.closeWait)])
    #expect(report.findings.filter(\.isAsked).count == 2)
  }
}
