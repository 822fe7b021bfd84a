import Demos
import PortKnowledge
import Testing

/// What must hold for every family that the kernel can decide, on the running kernel.
@Suite("Every exercise that the kernel decides")
struct EveryFamilyKernelTests {
  private static let families = ExerciseCatalog.families.filter(\.asksKernel).map(\.id)
  private static let seeds: Range<UInt64> = KernelUnderTest.isSweeping ? 5000..<5200 : 5000..<5012

  @Test("has the kernel on its side, and asks it what the question asks", arguments: families)
  func agreement(name: String) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    var built = 0
    for level in ExerciseLevel.allCases {
      for seed in Self.seeds {
        let exercise = family.exercise(seed: seed, level: level)
        guard let experiment = exercise.experiment else { continue }
        let id = exercise.question.id
        #expect(experiment.steps.contains { $0.isAsked && $0.expected != nil }, "\(id)")
        let report = ExperimentRunner().run(experiment)
        if let obstacle = report.obstacle {
          #expect(Self.isOfTheMachine(obstacle), "\(id): \(obstacle)")
          continue
        }
        built += 1
        #expect(report.disagreements.isEmpty, "\(id): \(report.disagreements)")
        #expect(report.findings.count(where: \.isAsked) > 0, "\(id)")
      }
    }
    #expect(built > 0, "no case of \(name) was built")
  }

  /// What a machine may lack, and no fault of the exercise.
  private static func isOfTheMachine(_ obstacle: String) -> Bool {
    ["may bind ports below", "no IPv6 loopback", "does not know an option"]
      .contains { obstacle.contains($0) }
  }
}
