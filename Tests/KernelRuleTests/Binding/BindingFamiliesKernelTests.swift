import Demos
import Foundation
import PortKnowledge
import Testing

@Suite("The kernel on exercises about bind() and listen()")
struct BindingFamiliesKernelTests {
  private static let count: UInt64 =
    ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] == nil ? 100 : 2_000

  @Test(
    "agrees with the answers of every family and level",
    arguments: ["bind-pair", "bind-many", "listen-again", "port-zero"], ExerciseLevel.allCases)
  func families(name: String, level: ExerciseLevel) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    #expect(family.asksKernel)
    var asked = 0
    var differing = 0
    var withoutExperiment = 0
    for seed in 0..<Self.count {
      guard let experiment = family.exercise(seed: seed, level: level).experiment else {
        withoutExperiment += 1
        continue
      }
      let report = ExperimentRunner().run(experiment)
      if report.obstacle?.contains("IPv6") == true { continue }
      #expect(report.obstacle == nil, "\(name) level \(level.rawValue) seed \(seed)")
      #expect(report.disagreements.isEmpty, "\(name) level \(level.rawValue) seed \(seed)")
      let findings = report.findings.count { $0.isAsked }
      #expect(findings > 0, "\(name) level \(level.rawValue) seed \(seed): nothing was asked")
      asked += findings
      differing += report.disagreements.count
    }
    BindCells.report("\(name) level \(level.rawValue)", asked, differing: differing)
    // Only cases of two users have none.
    #expect(withoutExperiment * 5 < Int(Self.count), "\(name) level \(level.rawValue)")
  }
}
