import Demos
import PortKnowledge
import Testing

@Suite("Exercises about delivery, asked of the kernel")
struct DeliveryExercisesKernelTests {
  private static let families = ["tcp-delivery", "udp-delivery", "reachability", "load-spreading"]
  private static let count: UInt64 = KernelUnderTest.isSweeping ? 1000 : 100

  @Test(
    "come out as the exercise says",
    .enabled(if: KernelUnderTest.hasIPv6, "this machine has no ::1"),
    arguments: families, ExerciseLevel.allCases)
  func comparison(name: String, level: ExerciseLevel) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    var answered = 0
    for seed in 0..<Self.count {
      guard let experiment = family.exercise(seed: seed, level: level).experiment else { continue }
      let report = ExperimentRunner().run(experiment)
      #expect(report.obstacle == nil, "\(name)/\(level)/\(seed)")
      #expect(report.disagreements.isEmpty, "\(name)/\(level)/\(seed): \(report.disagreements)")
      #expect(report.findings.contains { $0.isAsked }, "\(name)/\(level)/\(seed)")
      answered += 1
    }
    // Some cases cannot be played on loopback, for example a segment out of the blue.
    #expect(answered >= Int(Self.count) * 3 / 4, "\(name)/\(level)")
  }
}
