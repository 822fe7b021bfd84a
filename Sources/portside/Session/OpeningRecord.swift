import Practice
import Synchronization

/// The learner's record while it is being opened and read, beside everything else that is done
/// before the first screen.
final class OpeningRecord: Sendable {
  /// The record, and what was read from it.
  struct Opened: Sendable {
    var keeper: ProgressKeeper
    var snapshot: ProgressSnapshot
    var memory: MemoryReplay<FSRS6>
  }

  private let opened = Mutex<Opened?>(nil)
  private let worker: SerialWorker

  /// Begins to open the record in a folder; nil where there is none.
  init(folder: String?, on worker: SerialWorker) {
    self.worker = worker
    worker.async { [self] in
      let record = Self.read(ProgressKeeper(folder: folder))
      opened.withLock { $0 = record }
    }
  }

  /// Waits until it is open.
  func wait() -> Opened {
    worker.wait()
    return opened.withLock { $0 } ?? Self.read(ProgressKeeper(folder: nil))
  }

  private static func read(_ keeper: ProgressKeeper) -> Opened {
    Opened(
      keeper: keeper, snapshot: (try? keeper.snapshot()) ?? ProgressSnapshot(),
      memory: (try? keeper.memory()) ?? MemoryReplay(scheduler: ReviewScheduler(model: FSRS6())))
  }
}
