import Demos
import PortKnowledge
import Testing

/// The exercises that can be put to a kernel, put to it.
@Suite("Exercises about ends of connections and about messages")
struct StatesFamilyTests {
  private static let seeds = ParallelRuns.isSweep ? 600 : 60

  @Test("have the answer that the kernel gives", arguments: ["close-history", "messages-streams"])
  func answers(name: String) async throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    #expect(family.asksKernel)
    for level in ExerciseLevel.allCases {
      let faults = try await ParallelRuns.map(Self.seeds) { seed -> String? in
        let exercise = family.exercise(seed: UInt64(seed), level: level)
        guard let experiment = exercise.experiment else { return "seed \(seed): no experiment" }
        let report = ExperimentRunner().run(experiment)
        if report.obstacle == nil, !report.findings.contains(where: \.isAsked) {
          return "seed \(seed): nothing is asked"
        }
        return ParallelRuns.fault(in: report).map { "seed \(seed): \($0)" }
      }.compactMap(\.self)
      #expect(faults.isEmpty, "\(name), level \(level.rawValue): \(faults.prefix(5))")
    }
  }
}
