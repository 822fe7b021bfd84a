import GRDB
public import Practice

/// The learner's record in an SQLite file: answers and finished lessons, added and never changed.
///
/// When ``record(_:)`` or ``finish(_:)`` has returned, the row is on the disk: neither a kill nor a
/// power cut takes it. Several programs may have the same file open. Every call waits its turn and
/// blocks until it is done, at most a few seconds where another program holds the file; call it from
/// any thread that may wait.
public final class ProgressStore: Sendable {
  /// The path of the database, `:memory:` for one in memory.
  public let path: String
  private let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Opens the record in a folder, which is made for the user alone if there is none.
  ///
  /// - Throws: ``ProgressError`` whose description says what is wrong, where, and what to do. A file
  ///   that is refused, because it is newer, damaged or another program's, stays unchanged.
  public static func open(folder: String) throws(ProgressError) -> ProgressStore {
    let folder = ProgressFolder(path: folder)
    try folder.create()
    return ProgressStore(
      path: folder.database, queue: try ProgressDatabase.open(folder.database))
  }

  /// Opens an empty record that is gone when the process ends.
  ///
  /// - Throws: ``ProgressError``.
  public static func inMemory() throws(ProgressError) -> ProgressStore {
    ProgressStore(path: ":memory:", queue: try ProgressDatabase.inMemory())
  }

  /// Adds an answer; it is on the disk when this returns.
  ///
  /// - Throws: ``ProgressError``; nothing was added then.
  public func record(_ answer: AnswerRecord) throws(ProgressError) {
    try add { try AnswerRow.insert(answer, into: $0) }
  }

  /// Adds a lesson that was read to its end; it is on the disk when this returns.
  ///
  /// - Throws: ``ProgressError``; nothing was added then.
  public func finish(_ lesson: LessonRecord) throws(ProgressError) {
    try add { try LessonRow.insert(lesson, into: $0) }
  }

  /// Takes an answer out of what counts; that is on the disk when this returns.
  ///
  /// - Throws: ``ProgressError``; nothing was added then.
  public func withdraw(_ withdrawal: WithdrawalRecord) throws(ProgressError) {
    try add { try WithdrawalRow.insert(withdrawal, into: $0) }
  }

  /// Adds a review, and with it the answer that was given; both are on the disk when this returns,
  /// or neither.
  ///
  /// - Returns: The review's row in the log.
  /// - Throws: ``ProgressError``; nothing was added then.
  public func record(
    _ review: ReviewRecord, with answer: AnswerRecord? = nil
  ) throws(ProgressError) -> Int64 {
    var row: Int64 = 0
    try add { database in
      if let answer { try AnswerRow.insert(answer, into: database) }
      row = try ReviewRow.insert(review, into: database)
    }
    return row
  }

  /// Takes a review back, by its row; that is on the disk when this returns.
  ///
  /// - Throws: ``ProgressError`` where there is no such review, or it was taken back before; nothing
  ///   was added then.
  public func withdrawReview(row: Int64) throws(ProgressError) {
    try add { try ReviewRow.withdraw(row, in: $0) }
  }

  /// Reads the log of reviews without those that were taken back.
  ///
  /// - Returns: The reviews, the oldest first.
  /// - Throws: ``ProgressError``.
  public func reviews() throws(ProgressError) -> [Review] {
    try read { try ReviewRow.all(in: $0) }
  }

  /// Counts the whole record as it is at this moment.
  ///
  /// - Throws: ``ProgressError``.
  public func snapshot() throws(ProgressError) -> ProgressSnapshot {
    try read { database in
      var statistics = ProgressStatistics(withdrawn: try WithdrawalRow.all(in: database))
      try AnswerRow.forEach(in: database) { statistics.add($0) }
      try LessonRow.forEach(in: database) { statistics.add($0) }
      return statistics.snapshot
    }
  }

  /// Reads the latest answers.
  ///
  /// - Parameter limit: How many at most.
  /// - Returns: The answers, the newest first.
  /// - Throws: ``ProgressError``.
  public func answers(limit: Int) throws(ProgressError) -> [AnswerRecord] {
    try read { try AnswerRow.newest(limit, in: $0) }
  }

  /// What the open connection has for `PRAGMA synchronous`, for the test that it is FULL (2).
  func synchronous() throws -> Int? {
    try queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
  }

  private func add(_ insert: (Database) throws -> Void) throws(ProgressError) {
    do {
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          try insert(database)
          return .commit
        }
      }
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  private func read<Value>(_ fetch: (Database) throws -> Value) throws(ProgressError) -> Value {
    do {
      return try queue.read(fetch)
    } catch {
      throw ProgressError(error, path: path)
    }
  }
}
