import Demos
import Foundation
import PortKnowledge
import Testing

@Suite("Exercises about tables, put to the kernel")
struct ToolsExperimentTests {
  private static let count =
    ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] == nil ? 60 : 600

  @Test(
    "come out as the model says", arguments: ["read-ss", "proc-line"],
    ExerciseLevel.allCases)
  func agreement(name: String, level: ExerciseLevel) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    var asked = 0
    for seed in 0..<UInt64(Self.count) {
      guard let experiment = family.exercise(seed: seed, level: level).experiment,
        IPv6Loopback.isThere || !experiment.needs.contains(.ipv6)
      else { continue }
      let report = ExperimentRunner().run(experiment)
      #expect(report.obstacle == nil, "\(name) level \(level) seed \(seed)")
      #expect(report.disagreements.isEmpty, "\(name) level \(level) seed \(seed)")
      if report.findings.contains(where: \.isAsked) { asked += 1 }
    }
    #expect(asked > Self.count / 3)
  }
}
