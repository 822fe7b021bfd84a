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
  private let memory: KeptMemory
  private let recording: DemoRecording?
  private var demo: (any RunningDemo)?

  /// Effects over a record that was opened and a worker, with the recording to play where the tutor was started with
  /// one.
  init(_ record: OpeningRecord.Opened, worker: SerialWorker, recording: DemoRecording?) {
    self.recording = recording
    keeper = record.keeper
    memory = KeptMemory(record.memory)
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
      keep(review, with: answer, mailbox)
    case .takeBack(let review, let answer):
      keep(mailbox) { keeper in keeper.takeBack(review, answer) }
      worker.async { [keeper, memory] in Self.readMemory(of: keeper, into: memory, mailbox) }
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

  /// Stores a review, and tells what is remembered now.
  private func keep(_ review: ReviewRecord, with answer: AnswerRecord?, _ mailbox: Mailbox) {
    worker.async { [keeper, memory] in
      let (row, complaint) = keeper.record(review, with: answer)
      if let complaint { mailbox.post(.keepingFailed(complaint)) }
      if let row, let replay = memory.add(review, row: row) {
        mailbox.post(.memoryLoaded(replay))
      } else {
        Self.readMemory(of: keeper, into: memory, mailbox)
      }
      if let snapshot = try? keeper.snapshot() { mailbox.post(.progressLoaded(snapshot)) }
    }
  }

  private static func readMemory(
    of keeper: ProgressKeeper, into memory: KeptMemory, _ mailbox: Mailbox
  ) {
    guard let replay = try? keeper.memory() else { return }
    memory.take(replay)
    mailbox.post(.memoryLoaded(replay))
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
