public import Practice

/// The whole log at once: what an export writes and an import brings.
extension ProgressStore {
  /// Reads every row of the log: answers, withdrawals, lessons, reviews, the reviews taken back,
  /// goals, sightings and places in quizzes, each kind in its order.
  ///
  /// - Returns: The rows.
  /// - Throws: ``ProgressError``.
  public func entries() throws(ProgressError) -> [LogEntry] {
    try read { database in
      var entries: [LogEntry] = []
      try LogReading.forEach(in: database) { entries.append($0) }
      return entries
    }
  }

  /// Hands out every row of the log as ``entries()`` orders them, as they are at one moment.
  ///
  /// - Parameter body: Is called for each row; it must not call the store.
  /// - Throws: ``ProgressError``, or what the body throws.
  public func forEachEntry(_ body: (LogEntry) throws -> Void) throws {
    var failure: (any Error)?
    do {
      try read { database in
        try LogReading.forEach(in: database) { entry in
          do {
            try body(entry)
          } catch {
            failure = error
            throw error
          }
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  /// Brings the rows of another log into this one; all of them are on the disk when this returns, or
  /// none.
  ///
  /// A row is known by its content: one that is here k times and there m times is here max(k, m)
  /// times afterwards. Answers, lessons, reviews, goals and sightings interleave with those of this
  /// log by their times, and keep among themselves the order in which they are given.
  ///
  /// - Parameter entries: The rows of one log, each kind in its order.
  /// - Returns: How many rows were added, and how many were there already.
  /// - Throws: ``ProgressError``; nothing was added then.
  @discardableResult
  public func merge(_ entries: [LogEntry]) throws(ProgressError) -> (added: Int, known: Int) {
    var counts = (added: 0, known: 0)
    try add { database in
      let merge = try LogMerge(entries, into: database, path: path)
      counts = (merge.added, merge.known)
    }
    return counts
  }
}
