import Demos
import PortKnowledge
import Practice
import Progress
import Runtime
import Tutor

/// Does what the screens ask for: keeps answers, runs demos, asks this machine for names.
///
/// The main thread owns it; whatever may take time happens on the worker's thread or on the demo's
/// own, and comes back through the mailbox.
final class SessionEffects: EffectRunner {
  private let keeper: ProgressKeeper
  private let worker: SerialWorker
  private let kernel = KernelQuestions()
  private let recording: DemoRecording?
  private var demo: (any RunningDemo)?

  /// Effects over a record and a worker, with the recording to play where the tutor was started with
  /// one.
  init(keeper: ProgressKeeper, worker: SerialWorker, recording: DemoRecording?) {
    self.recording = recording
    self.keeper = keeper
    self.worker = worker
  }

  func perform(_ effect: Effect, mailbox: Mailbox) {
    switch effect {
    case .record(let answer):
      keep(mailbox) { keeper in keeper.record(answer) }
    case .finishLesson(let lesson):
      keep(mailbox) { keeper in keeper.finish(lesson) }
    case .startDemo(let id, let run):
      start(id, run: run, mailbox: mailbox)
    case .startRecording(let run):
      guard let recording else { return }
      begin(DemoReplay(recording, report: Self.report(run, mailbox)))
    case .readSockets(let run):
      worker.async { mailbox.post(.socketsRead(run: run, SocketReading.snapshot())) }
    case .proceedDemo:
      demo?.proceed()
    case .answerDemo(let answer):
      demo?.answer(answer)
    case .stopDemo:
      demo?.stop()
    case .askKernel(let id):
      kernel.ask(id, mailbox: mailbox)
    case .review(let review, let answer):
      keepReview(mailbox) { keeper in keeper.record(review, with: answer).complaint }
    case .takeBack(let review, let answer):
      keepReview(mailbox) { keeper in keeper.takeBack(review, answer) }
    case .recordInQuiz(let answer, let place):
      keep(mailbox) { keeper in keeper.record(answer, at: place) }
    case .setGoal(let goal):
      keep(mailbox) { keeper in keeper.setGoal(goal) }
    case .sight(let sighting):
      keep(mailbox) { keeper in keeper.sight(sighting) }
    case .withdraw(let withdrawal):
      keep(mailbox) { keeper in keeper.withdraw(withdrawal) }
    case .findSystemNames(let port):
      worker.async {
        mailbox.post(.systemNamesFound(port, SystemServiceTable.names(of: port)))
      }
    case .quit, .suspend, .redraw, .setMouse, .remind:
      // The event loop does these itself: they concern the terminal.
      break
    }
  }

  /// Ends the demo that runs, waits until it has closed what it opened, and until every answer is
  /// stored.
  func finish() {
    demo?.stop()
    kernel.finish()
    demo?.waitUntilEnded()
    worker.finish()
  }

  /// Stores something and reads the record anew, so that every screen shows it.
  private func keep(
    _ mailbox: Mailbox, _ work: @escaping @Sendable (ProgressKeeper) -> String?
  ) {
    worker.async { [keeper] in
      if let failure = work(keeper) { mailbox.post(.keepingFailed(failure)) }
      if let snapshot = try? keeper.snapshot() { mailbox.post(.progressLoaded(snapshot)) }
    }
  }

  /// Stores something about reviews, and reads both the record and what is remembered anew.
  private func keepReview(
    _ mailbox: Mailbox, _ work: @escaping @Sendable (ProgressKeeper) -> String?
  ) {
    keep(mailbox, work)
    worker.async { [keeper] in
      if let memory = try? keeper.memory() { mailbox.post(.memoryLoaded(memory)) }
    }
  }

  private func start(_ id: String, run: Int, mailbox: Mailbox) {
    let report = Self.report(run, mailbox)
    guard let demo = DemoCatalog.demo(named: id) else {
      return report(.demoEnded(.failed("There is no demo called \(id).")))
    }
    begin(DemoStart.running(demo, report: report))
  }

  private func begin(_ next: some RunningDemo) {
    demo?.stop()
    demo = next
    next.start()
  }

  private static func report(
    _ run: Int, _ mailbox: Mailbox
  ) -> @Sendable (DemoEvent) -> Void {
    { mailbox.post(.demoReported(run: run, $0)) }
  }
}
