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
  /// What became of the record when it was opened.
  public let opening: ProgressOpening
  private let folder: ProgressFolder?
  private let queue: DatabaseQueue
  /// The file that is open; nil where the record is in memory.
  private let file: FileIdentity?

  private init(folder: ProgressFolder?, path: String, _ opened: ProgressDatabase.Opened) {
    self.folder = folder
    self.path = path
    queue = opened.queue
    opening = opened.opening
    if case .readOnly = opened.opening { file = nil } else { file = FileIdentity(of: path) }
  }

  /// Opens the record in a folder, which is made for the user alone if there is none.
  ///
  /// Where it is damaged, or can only be read, ``opening`` says so.
  ///
  /// - Throws: ``ProgressError`` whose description says what is wrong, where, and what to do. A file
  ///   that is refused stays unchanged.
  public static func open(folder: String) throws(ProgressError) -> ProgressStore {
    let folder = ProgressFolder(path: folder)
    try folder.create()
    return ProgressStore(
      folder: folder, path: folder.database, try ProgressDatabase.open(folder.database))
  }

  /// Opens the same record once more, after damage was met or another file took its place: every row
  /// is looked at, and where one cannot be read the file is set aside as at any opening.
  ///
  /// This store is not to be used from then on.
  ///
  /// - Throws: ``ProgressError``.
  public func reopened() throws(ProgressError) -> ProgressStore {
    guard let folder else { throw ProgressError(path: path, reason: .damaged) }
    ProgressDatabase.retire(queue)
    try folder.create()
    return ProgressStore(
      folder: folder, path: path, try ProgressDatabase.open(path, isSuspect: true))
  }

  /// Opens an empty record that is gone when the process ends.
  ///
  /// - Throws: ``ProgressError``.
  public static func inMemory() throws(ProgressError) -> ProgressStore {
    ProgressStore(folder: nil, path: ":memory:", (try ProgressDatabase.inMemory(), .ordinary))
  }

  /// Reads the log of reviews without those that were taken back.
  ///
  /// Their rows are numbered so that later ones have greater numbers, also where rows that came with
  /// an import stand between those of this machine; a row that was just added has the number that
  /// ``record(_:with:)`` returned, as long as none of an import is later.
  ///
  /// - Returns: The reviews, the oldest first.
  /// - Throws: ``ProgressError``.
  public func reviews() throws(ProgressError) -> [Review] {
    try read { try ReviewLog.all(in: $0) }
  }

  /// Reads the goal that holds.
  ///
  /// - Returns: The latest row of the goals, which may say that the goal was dropped; nil without any.
  /// - Throws: ``ProgressError``.
  public func goal() throws(ProgressError) -> GoalRecord? {
    try read { try GoalRow.newest(1, in: $0).first }
  }

  /// Reads which TCP states were seen, and when first.
  ///
  /// - Returns: One sighting for each state, the earliest first.
  /// - Throws: ``ProgressError``.
  public func sightings() throws(ProgressError) -> [SightingRecord] {
    try read { try SightingRow.first(in: $0) }
  }

  /// Counts the rows of each kind.
  ///
  /// - Throws: ``ProgressError``.
  public func counts() throws(ProgressError) -> ProgressCounts {
    try read { try ProgressCounts(of: $0) }
  }

  /// Counts the whole record as it is at this moment.
  ///
  /// - Throws: ``ProgressError``.
  public func snapshot() throws(ProgressError) -> ProgressSnapshot {
    try read { database in
      var statistics = ProgressStatistics(withdrawn: try WithdrawalRow.all(in: database))
      try AnswerRow.forEach(in: database) { statistics.add($0) }
      for review in try ReviewLog.all(in: database) { statistics.add(review) }
      try LessonRow.forEach(in: database) { statistics.add($0) }
      try GoalRow.forEach(in: database) { statistics.add($0) }
      try SightingRow.forEach(in: database) { statistics.add($0) }
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

  /// Does something in one transaction, which is on the disk when this returns.
  func add(_ insert: (Database) throws -> Void) throws(ProgressError) {
    try withConnection { database in
      try database.inTransaction(.immediate) {
        try insert(database)
        return .commit
      }
    }
  }

  /// Does something outside of a transaction.
  func withConnection(_ work: (Database) throws -> Void) throws(ProgressError) {
    try expectInPlace()
    do {
      try queue.writeWithoutTransaction(work)
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  /// Reads something as it is at one moment.
  func read<Value>(_ fetch: (Database) throws -> Value) throws(ProgressError) -> Value {
    try expectInPlace()
    do {
      return try queue.read(fetch)
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  /// Sees to it that nothing is added to a file that is not the record any more: another tutor may
  /// have met damage in it and set it aside.
  private func expectInPlace() throws(ProgressError) {
    guard let file, FileIdentity(of: path) != file else { return }
    throw ProgressError(path: path, reason: .replaced)
  }
}
