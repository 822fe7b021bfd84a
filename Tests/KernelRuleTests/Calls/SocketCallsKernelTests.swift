import Foundation
import PortKnowledge
import Testing

/// The model of what a call returns, compared with the running kernel.
@Suite("The model of calls on one socket")
struct SocketCallsKernelTests {
  /// 4,000 sequences by default, 40,000 where PORTSIDE_SWEEP is set.
  private static let count = isSweeping ? 40_000 : 4_000
  private static let isSweeping =
    ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] != nil

  @Test(
    "returns what the running kernel returns, for random sequences",
    arguments: TransportProtocol.allCases)
  func randomSequences(transport: TransportProtocol) throws {
    var calls = 0
    for index in 0..<Self.count / 2 {
      let sequence = try CallSequence(seed: 0xCA11_0000 + UInt64(index), transport)
      let (count, mismatch) = try sequence.compare()
      calls += count
      if let mismatch {
        Issue.record("\(transport) seed \(sequence.seed): \(mismatch)")
      }
    }
    #expect(calls > Self.count * 2, "only \(calls) calls")
  }
}
