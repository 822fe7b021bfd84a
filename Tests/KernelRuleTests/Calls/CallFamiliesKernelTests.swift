import Demos
import Foundation
import PortKnowledge
import Testing

/// The exercises about calls and errors, each put to the running kernel.
@Suite("Exercises about calls and errors")
struct CallFamiliesKernelTests {
  private static let families = ["call-order", "which-error", "error-order", "port-state"]

  /// 60 exercises of a family and level by default, 600 where PORTSIDE_SWEEP is set.
  private static let seeds: Range<UInt64> =
    0..<(ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] == nil ? 60 : 600)

  /// The one thing that this machine may lack: a kernel that refuses ports below 1024.
  private static let mayBindLowPorts = "may bind ports below 1024"

  @Test("agree with the running kernel", arguments: families, ExerciseLevel.allCases)
  func agreement(name: String, level: ExerciseLevel) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    var answered = 0
    for seed in Self.seeds {
      guard let experiment = family.exercise(seed: seed, level: level).experiment else { continue }
      #expect(experiment.steps.contains { $0.isAsked }, "\(name)/\(level.rawValue)/\(seed)")
      let report = ExperimentRunner().run(experiment)
      if let obstacle = report.obstacle {
        #expect(
          obstacle.contains(Self.mayBindLowPorts) && experiment.needs.contains(.unprivileged),
          "\(name)/\(level.rawValue)/\(seed): \(obstacle)")
        continue
      }
      answered += 1
      #expect(
        report.disagreements.isEmpty,
        "\(name)/\(level.rawValue)/\(seed): \(report.disagreements)")
    }
    #expect(answered >= 15, "\(name) level \(level): only \(answered) were asked")
  }
}
