import Demos
import PortKnowledge
import Sockets
import Testing

/// Exercises about limits as a learner gets them, each put to the kernel.
@Suite("Exercises about limits")
struct LimitFamilyTests {
  @Test(
    "are decided by the kernel as by the rule", arguments: ["accept-backlog", "count-connections"])
  func families(name: String) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    #expect(family.asksKernel)
    for level in ExerciseLevel.allCases {
      var asked = 0
      for seed in 0..<UInt64(KernelSweep.count(60)) {
        let exercise = family.exercise(seed: seed, level: level)
        guard let experiment = exercise.experiment else { continue }
        let report = ExperimentRunner().run(experiment)
        let name = "\(exercise.question.id): \(report.findings)"
        #expect(report.obstacle == nil, "\(name)")
        #expect(report.disagreements.isEmpty, "\(name)")
        #expect(report.findings.contains { $0.isAsked }, "\(name)")
        asked += 1
      }
      #expect(asked >= KernelSweep.count(30), "\(name), level \(level)")
    }
  }
}
