import Practice
import Progress

/// Keeps what the learner does, or carries on without keeping it where the record cannot be opened.
///
/// A tutor that refuses to teach because a disk is full would be a poor one: without a record it
/// counts in memory until the program ends, and ``notice`` says so.
final class ProgressKeeper: Sendable {
  /// Why nothing can be kept, as the end of a sentence; nil where everything is kept.
  let reason: String?
  private let store: ProgressStore?

  /// Opens the record in a folder.
  ///
  /// - Parameter folder: The folder, as ``Folders/data`` gives it; nil where there is none.
  init(folder: String?) {
    if let folder {
      do throws(ProgressError) {
        store = try ProgressStore.open(folder: folder)
        reason = nil
        return
      } catch {
        reason = error.description
      }
    } else {
      reason = "neither HOME nor XDG_DATA_HOME names a folder for it; choose one with --data."
    }
    store = try? ProgressStore.inMemory()
  }

  /// What to tell the learner before anything else, in one sentence; nil where everything is kept.
  var notice: String? { reason.map { "Nothing you do will be kept: \($0)" } }

  /// Keeps an answer, and where it was given in a quiz its place there; blocks until both are on the
  /// disk.
  ///
  /// - Returns: One sentence where it was not kept although ``notice`` promised so; nil otherwise.
  func record(_ answer: AnswerRecord, at place: QuizPlaceRecord? = nil) -> String? {
    attempt("This answer was not kept") { store throws(ProgressError) in
      try store.record(answer, at: place)
    }
  }

  /// Keeps that an answer does not count; blocks until that is on the disk.
  ///
  /// - Returns: One sentence where it was not kept although ``notice`` promised so; nil otherwise.
  func withdraw(_ withdrawal: WithdrawalRecord) -> String? {
    attempt("That an answer does not count was not kept") { store throws(ProgressError) in
      try store.withdraw(withdrawal)
    }
  }

  /// Keeps that a lesson was read to its end; blocks until that is on the disk.
  ///
  /// - Returns: One sentence where it was not kept although ``notice`` promised so; nil otherwise.
  func finish(_ lesson: LessonRecord) -> String? {
    attempt("That the lesson is done was not kept") { store throws(ProgressError) in
      try store.finish(lesson)
    }
  }

  /// Keeps a review with the answer that was given; blocks until both are on the disk.
  ///
  /// - Returns: The review's row, nil where it was not kept, and one sentence where it was not
  ///   although ``notice`` promised so.
  func record(
    _ review: ReviewRecord, with answer: AnswerRecord?
  ) -> (row: Int64?, complaint: String?) {
    var row: Int64?
    let complaint = attempt("This review was not kept") { store throws(ProgressError) in
      row = try store.record(review, with: answer)
    }
    return (row, complaint)
  }

  /// Takes a review back; blocks until that is on the disk.
  ///
  /// - Returns: One sentence where that was not kept although ``notice`` promised so; nil otherwise.
  func withdrawReview(row: Int64) -> String? {
    attempt("That a review was taken back was not kept") { store throws(ProgressError) in
      try store.withdrawReview(row: row)
    }
  }

  /// Takes the latest review with this content back, and the answer that was given with it; blocks
  /// until both are on the disk.
  ///
  /// - Returns: One sentence where that was not kept although ``notice`` promised so; nil otherwise.
  func takeBack(_ review: ReviewRecord, _ answer: AnswerRecord?) -> String? {
    attempt("That a review was taken back was not kept") { store throws(ProgressError) in
      try store.takeBack(review, with: answer)
    }
  }

  /// Keeps a goal, or that it was dropped; blocks until that is on the disk.
  ///
  /// - Returns: One sentence where it was not kept although ``notice`` promised so; nil otherwise.
  func setGoal(_ goal: GoalRecord) -> String? {
    attempt("Your goal was not kept") { store throws(ProgressError) in try store.record(goal) }
  }

  /// Keeps that a TCP state was seen, unless it was seen before; blocks until that is on the disk.
  ///
  /// - Returns: One sentence where it was not kept although ``notice`` promised so; nil otherwise.
  func sight(_ sighting: SightingRecord) -> String? {
    attempt("That a state was seen was not kept") { store throws(ProgressError) in
      try store.record(sighting)
    }
  }

  /// The goal that was set last, which may say that it was dropped; nil where none was ever set.
  ///
  /// - Throws: `ProgressError` where the record cannot be read any more.
  func goal() throws(ProgressError) -> GoalRecord? {
    try store?.goal()
  }

  /// The first sighting of each TCP state that was seen, the earliest first.
  ///
  /// - Throws: `ProgressError` where the record cannot be read any more.
  func sightings() throws(ProgressError) -> [SightingRecord] {
    try store?.sightings() ?? []
  }

  /// The log of reviews.
  ///
  /// - Throws: `ProgressError` where the record cannot be read any more.
  func reviews() throws(ProgressError) -> [Review] {
    try store?.reviews() ?? []
  }

  /// What the learner remembers, counted from the log of reviews.
  ///
  /// - Throws: `ProgressError` where the record cannot be read any more.
  func memory() throws(ProgressError) -> MemoryReplay<FSRS6> {
    MemoryReplay(try reviews(), scheduler: ReviewScheduler(model: FSRS6()))
  }

  /// Counts everything that was kept.
  ///
  /// - Throws: `ProgressError` where the record cannot be read any more.
  func snapshot() throws(ProgressError) -> ProgressSnapshot {
    try store?.snapshot() ?? ProgressSnapshot()
  }

  private func attempt(
    _ failure: String, _ work: (ProgressStore) throws(ProgressError) -> Void
  ) -> String? {
    guard let store else { return nil }
    do {
      try work(store)
      return nil
    } catch {
      return "\(failure): \(error)"
    }
  }
}
