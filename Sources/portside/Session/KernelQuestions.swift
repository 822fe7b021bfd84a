import Demos
import PortKnowledge
import Runtime
import Synchronization
import Tutor

/// Puts exercises to the kernel, one after the other, on a thread of its own.
///
/// The thread starts with the first question: most sessions ask none.
final class KernelQuestions {
  private var worker: SerialWorker?
  private let isOver = StopSign()

  /// Builds an exercise's case and posts what the kernel made of it.
  func ask(_ id: ExerciseID, mailbox: Mailbox) {
    let worker = self.worker ?? SerialWorker(name: "portside-kernel")
    self.worker = worker
    worker.async { [isOver] in
      let report = Self.report(on: id) { isOver.isSet }
      mailbox.post(.kernelAnswered(id, report))
    }
  }

  /// Ends the experiment that runs and waits until it has closed what it opened.
  func finish() {
    isOver.set()
    worker?.finish()
  }

  /// What the kernel makes of an exercise.
  static func report(
    on id: ExerciseID, isStopped: @escaping @Sendable () -> Bool = { false }
  ) -> ExperimentReport {
    let exercise = ExerciseCatalog.family(named: id.family)?
      .exercise(seed: id.seed, level: id.level)
    guard let experiment = exercise?.experiment else {
      return ExperimentReport(
        calls: [], findings: [], standIns: [],
        obstacle: "This case cannot be built on loopback; others of its kind can.", microseconds: 0)
    }
    return ExperimentRunner().run(experiment, isStopped: isStopped)
  }
}
