import Demos
import PortKnowledge
import Sockets
import Testing

/// Exercises about limits as a learner gets them, each put to the kernel.
@Suite("Exercises about limits")
struct LimitFamilyTests {
  private static let hasDefaultBacklog =
    (try? KernelSettings.greatestBacklog()) == AcceptQueue.linuxMaximum

  @Test(
    "about the accept queue are decided by the kernel as by the rule",
    .enabled(if: hasDefaultBacklog, "net.core.somaxconn is not its default here"))
  func acceptBacklog() throws {
    try compare("accept-backlog", atLeast: KernelSweep.count(60))
  }

  @Test(
    "about the number of connections are decided by the kernel as by the rule",
    .enabled(if: SmallRange.isKnown, "this kernel does not know IP_LOCAL_PORT_RANGE (Linux 6.3)"))
  func countConnections() throws {
    // The others are arithmetic with the default range.
    try compare("count-connections", atLeast: KernelSweep.count(30))
  }

  private func compare(_ name: String, atLeast least: Int) throws {
    let family = try #require(ExerciseCatalog.family(named: name))
    #expect(family.asksKernel)
    for level in ExerciseLevel.allCases {
      var asked = 0
      for seed in 0..<UInt64(KernelSweep.count(60)) {
        let exercise = family.exercise(seed: seed, level: level)
        guard let experiment = exercise.experiment else { continue }
        let report = ExperimentRunner().run(experiment)
        let message = "\(exercise.question.id): \(report.findings)"
        // One is enough: where the kernel does something else, each takes its whole patience.
        try #require(report.obstacle == nil, "\(report.obstacle ?? ""), \(message)")
        try #require(report.disagreements.isEmpty, "\(message)")
        #expect(report.findings.contains { $0.isAsked }, "\(message)")
        asked += 1
      }
      #expect(asked >= least, "\(name), level \(level)")
    }
  }
}
