public import PortKnowledge
import Sockets
import Synchronization

/// Runs a demo on a thread of its own and tells what happens.
///
/// Each step goes: `stepBegan`, then `questionAsked` where there is one, and the wait for
/// ``answer(_:)``; the calls, tables and pictures of the work; `predictionSettled`; remarks;
/// `stepEnded`, and the wait for ``proceed()`` unless it was the last step. `demoEnded` is always
/// the last event, and everything the demo opened is closed by then.
///
/// All methods may be called from any thread and at any time, also from the report: a command that
/// nobody waits for is ignored.
public final class DemoRunner: RunningDemo {
  private let demo: Demo
  private let report: @Sendable (DemoEvent) -> Void
  private let control = DemoControl()
  private let thread = OwnedThread()
  private let isStarted = Mutex(false)

  /// A run of a demo.
  ///
  /// `report` is called on the demo's thread, one event after the other; it should be quick.
  public init(_ demo: Demo, report: @escaping @Sendable (DemoEvent) -> Void) {
    self.demo = demo
    self.report = report
  }

  deinit {
    // Nobody can hear or steer it any more.
    control.stop()
  }

  /// Starts the first step; a second call does nothing.
  public func start() {
    let isFirst = isStarted.withLock { isStarted in
      defer { isStarted = true }
      return !isStarted
    }
    guard isFirst else { return }
    let hasThread = thread.start { [demo, report, control] in
      Self.run(demo, control, report)
    }
    if !hasThread {
      report(.demoEnded(.failed("The system has no thread left to run the demo on.")))
    }
  }

  /// Goes on to the next step, where the demo waits for that.
  public func proceed() {
    control.proceed()
  }

  /// Gives a prediction, or nil to look without one, where the demo waits for it.
  public func answer(_ answer: Answer?) {
    control.give(answer)
  }

  /// Leaves the demo: within 100 ms it closes everything and ends, wherever it is.
  public func stop() {
    control.stop()
  }

  /// Waits until the demo has ended; at once where it was not started.
  ///
  /// Called from the report it does nothing.
  public func waitUntilEnded() {
    thread.join()
  }

  private static func run(
    _ demo: Demo, _ control: DemoControl, _ report: @escaping @Sendable (DemoEvent) -> Void
  ) {
    let end: DemoEnd
    do {
      let stage = try DemoStage(control, report: report)
      // Closes on every way out, before the end is told.
      defer { stage.closeEverything() }
      try perform(demo, on: stage)
      end = .completed
    } catch DemoInterruption.left {
      end = .left
    } catch DemoInterruption.failed(let reason) {
      end = .failed(reason)
    } catch let error as SocketError {
      end = .failed("\(error)")
    } catch {
      end = .failed("\(error)")
    }
    report(.demoEnded(end))
  }

  private static func perform(_ demo: Demo, on stage: DemoStage) throws {
    for (index, step) in demo.steps.enumerated() {
      try stage.checkStopped()
      stage.report(
        .stepBegan(index: index, title: step.title, narration: step.narration(stage)))
      var answer: Answer?
      if let prediction = step.prediction {
        answer = try stage.ask(prediction.question(stage))
      }
      try step.work(stage)
      try stage.checkStopped()
      if let prediction = step.prediction {
        stage.report(
          .predictionSettled(prediction.outcome(answer, try prediction.measure(stage))))
      }
      for remark in try step.remarks(stage) { stage.report(.remark(remark)) }
      try stage.endStep(index, isLast: index == demo.steps.count - 1)
    }
  }
}
