import Practice
import Synchronization

/// What the learner remembers while the tutor runs, so that a long log is not read again after each
/// review.
final class KeptMemory: Sendable {
  private let replay: Mutex<MemoryReplay<FSRS6>>

  /// Begins with what was read at the start.
  init(_ replay: MemoryReplay<FSRS6>) {
    self.replay = Mutex(replay)
  }

  /// Counts a review that was kept in a row of the log.
  ///
  /// - Returns: What is remembered now; nil where the row does not follow the last one that was
  ///   counted, because another tutor added some, and the log has to be read.
  func add(_ review: ReviewRecord, row: Int64) -> MemoryReplay<FSRS6>? {
    replay.withLock { replay in
      guard row == (replay.lastRow ?? 0) + 1, replay.add(review.review(row: row)) else {
        return nil
      }
      return replay
    }
  }

  /// Takes what was read from the log anew.
  func take(_ read: MemoryReplay<FSRS6>) {
    replay.withLock { $0 = read }
  }
}
