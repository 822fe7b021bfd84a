import Foundation
import PortKnowledge
import TestSupport

/// Many experiments at the same time: most of their time is spent waiting for acknowledgements.
enum ParallelRuns {
  /// Whether a full sweep is asked for, with the environment variable PORTSIDE_SWEEP.
  static var isSweep: Bool { ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] != nil }

  /// What the work makes of each index, on threads of its own, in the order of the indices.
  static func map<Value: Sendable>(
    _ count: Int, threads: Int = 16, _ work: @escaping @Sendable (Int) -> Value
  ) async throws -> [Value] {
    try await withThrowingTaskGroup(of: [(Int, Value)].self) { group in
      for first in 0..<min(threads, count) {
        group.addTask {
          try await onOwnThread {
            stride(from: first, to: count, by: threads).map { ($0, work($0)) }
          }
        }
      }
      var all: [(Int, Value)] = []
      for try await part in group { all += part }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// What stands in the way of a report or differs in it, in words; nil where all agrees.
  static func fault(in report: ExperimentReport) -> String? {
    if let obstacle = report.obstacle { return obstacle }
    guard let finding = report.disagreements.first else { return nil }
    return "\(finding.call): the model says \(finding.model), the kernel \(finding.kernel)"
  }
}
