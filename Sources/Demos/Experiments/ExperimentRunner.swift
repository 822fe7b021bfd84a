public import PortKnowledge
import Sockets

/// Builds an experiment on loopback with real sockets and says what the kernel made of it.
///
/// It works on the caller's thread and waits there, so it does not belong on one that draws. It
/// opens no more than the experiment names, closes everything, resets connections so that only a
/// TIME-WAIT that the case itself brings about stays behind, and never sends anything to an address
/// outside 127.0.0.0/8 and ::1.
public struct ExperimentRunner: Sendable {
  /// How long an expected event may take.
  var patience = Duration.milliseconds(1500)
  /// How long is waited where nothing is expected to come.
  var quiet = Duration.milliseconds(40)

  /// A runner with the usual patience.
  public init() {}

  /// Runs the experiment.
  ///
  /// Where a call fails that merely had to succeed, or the machine lacks something, the report says
  /// so and compares nothing more.
  ///
  /// - Parameters:
  ///   - experiment: What is to be built.
  ///   - isStopped: Asked between two calls and while waiting: true ends the experiment early,
  ///     which the report then names as its obstacle.
  /// - Returns: The calls as they were made, and the kernel's word beside the model's.
  public func run(
    _ experiment: Experiment, isStopped: @escaping () -> Bool = { false }
  ) -> ExperimentReport {
    let clock = ContinuousClock()
    let start = clock.now
    let calls = CallLog()
    var findings: [ExperimentReport.Finding] = []
    var obstacle = ExperimentProbe.obstacle(to: experiment)
    var places = ExperimentPlaces(experiment)
    if obstacle == nil {
      do {
        try places.prepare()
        let bench = ExperimentBench(
          places: places, recorder: CallRecorder { calls.add($0) }, patience: patience,
          quiet: quiet, isStopped: isStopped)
        defer { bench.closeEverything() }
        for step in experiment.steps {
          try bench.checkStopped()
          let seen = try bench.perform(step)
          if let finding = try Self.finding(step, seen) { findings.append(finding) }
        }
      } catch let error as ExperimentObstacle {
        obstacle = error.reason
      } catch {
        obstacle = "\(error)"
      }
    }
    return ExperimentReport(
      calls: calls.all, findings: findings, standIns: places.sentences, obstacle: obstacle,
      microseconds: Int((clock.now - start) / .microseconds(1)))
  }

  private static func finding(
    _ step: ExperimentStep, _ seen: ExperimentOutcome
  ) throws(ExperimentObstacle) -> ExperimentReport.Finding? {
    if let expected = step.expected {
      return ExperimentReport.Finding(
        call: step.description, model: expected, kernel: seen, isAsked: step.isAsked)
    }
    if case .error(let name) = seen {
      throw ExperimentObstacle("\(step) failed with \(name), so the case could not be built.")
    }
    return nil
  }
}
