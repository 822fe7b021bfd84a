import Practice
import Synchronization

/// The learner's record while it is being opened and read, beside everything else that is done
/// before the first screen.
final class OpeningRecord: Sendable {
  private let opened = Mutex<(keeper: ProgressKeeper, snapshot: ProgressSnapshot)?>(nil)
  private let worker: SerialWorker

  /// Begins to open the record in a folder; nil where there is none.
  init(folder: String?, on worker: SerialWorker) {
    self.worker = worker
    worker.async { [self] in
      let keeper = ProgressKeeper(folder: folder)
      let snapshot = (try? keeper.snapshot()) ?? ProgressSnapshot()
      opened.withLock { $0 = (keeper, snapshot) }
    }
  }

  /// Waits until it is open.
  func wait() -> (keeper: ProgressKeeper, snapshot: ProgressSnapshot) {
    worker.wait()
    return opened.withLock { $0 } ?? (ProgressKeeper(folder: nil), ProgressSnapshot())
  }
}
