import Practice
import Progress
import Synchronization

/// Keeps what the learner does, or carries on without keeping it where the record cannot be opened.
///
/// A tutor that refuses to teach because a disk is full would be a poor one: without a record it
/// counts in memory until the program ends, and ``notice`` says so. Where damage is met while the
/// record is in use, what can be read of it goes on in a new file, and the learner is told once.
final class ProgressKeeper: Sendable {
  private struct State {
    var store: ProgressStore?
    /// Why nothing can be kept, as the end of a sentence.
    var reason: String?
    /// What happened to the record, in one sentence.
    var news: String?
    /// Whether the learner was told.
    var isNewsTold = false

    /// Takes a store that was just opened.
    mutating func take(_ opened: ProgressStore) {
      store = opened
      if case .readOnly(let error) = opened.opening { reason = error.description }
      if let opening = opened.opening.news {
        isNewsTold = false
        news = opening
      }
    }
  }

  private let state: Mutex<State>

  /// Opens the record in a folder.
  ///
  /// - Parameter folder: The folder, as ``Folders/data`` gives it; nil where there is none.
  init(folder: String?) {
    var state = State()
    if let folder {
      do throws(ProgressError) {
        state.take(try ProgressStore.open(folder: folder))
      } catch {
        state.reason = error.description
      }
    } else {
      state.reason =
        "neither HOME nor XDG_DATA_HOME names a folder of your record; choose one with --data."
    }
    hasRecord = state.store != nil
    if state.store == nil { state.store = try? ProgressStore.inMemory() }
    self.state = Mutex(state)
  }

  /// Whether there is a record that can be read, though perhaps nothing can be added to it.
  let hasRecord: Bool

  /// Why nothing can be kept, as the end of a sentence; nil where everything is kept.
  var reason: String? { state.withLock(\.reason) }

  /// What to tell the learner before anything else, in one sentence; nil where everything is kept as
  /// always.
  var notice: String? {
    state.withLock { state in
      state.isNewsTold = true
      return state.reason.map { "Nothing you do will be kept: \($0)" } ?? state.news
    }
  }

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
    let couldKeep = reason == nil
    let complaint = attempt("This review was not kept") { store throws(ProgressError) in
      row = try store.record(review, with: answer)
    }
    // After damage it may be counted in memory only.
    if couldKeep, reason != nil { row = nil }
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
    try use { store throws(ProgressError) in try store.goal() } ?? nil
  }

  /// The first sighting of each TCP state that was seen, the earliest first.
  ///
  /// - Throws: `ProgressError` where the record cannot be read any more.
  func sightings() throws(ProgressError) -> [SightingRecord] {
    try use { store throws(ProgressError) in try store.sightings() } ?? []
  }

  /// The log of reviews.
  ///
  /// - Throws: `ProgressError` where the record cannot be read any more.
  func reviews() throws(ProgressError) -> [Review] {
    try use { store throws(ProgressError) in try store.reviews() } ?? []
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
    try use { store throws(ProgressError) in try store.snapshot() } ?? ProgressSnapshot()
  }

  /// Adds something.
  ///
  /// - Returns: One sentence where that failed, or where the record had to be rescued; nil otherwise.
  private func attempt(
    _ failure: String, _ work: (ProgressStore) throws(ProgressError) -> Void
  ) -> String? {
    do {
      try use(work)
      return untoldNews()
    } catch {
      return "\(failure): \(error)"
    }
  }

  /// Does something with the record, and where damage is met, or another tutor met it first, once
  /// more with what could be rescued.
  private func use<Value>(
    _ work: (ProgressStore) throws(ProgressError) -> Value
  ) throws(ProgressError) -> Value? {
    guard let store = state.withLock(\.store) else { return nil }
    do {
      return try work(store)
    } catch {
      guard error.reason == .damaged || error.reason == .replaced, rescue(from: store) else {
        throw error
      }
      return try state.withLock(\.store).map(work)
    }
  }

  /// Opens the record anew; false where that did not help.
  private func rescue(from store: ProgressStore) -> Bool {
    state.withLock { state in
      // Another thread may have been quicker.
      guard state.store === store else { return true }
      guard let opened = try? store.reopened() else { return false }
      state.take(opened)
      return true
    }
  }

  private func untoldNews() -> String? {
    state.withLock { state in
      if state.isNewsTold { return nil }
      state.isNewsTold = true
      return state.news
    }
  }
}
