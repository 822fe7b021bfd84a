public import Practice

/// What is added, one row or a few at a time.
extension ProgressStore {
  /// Adds an answer, and where it was given in a quiz its place there; both are on the disk when this
  /// returns, or neither.
  ///
  /// - Throws: ``ProgressError``; nothing was added then.
  public func record(
    _ answer: AnswerRecord, at place: QuizPlaceRecord? = nil
  ) throws(ProgressError) {
    try add { database in
      try AnswerRow.insert(answer, into: database)
      if let place { try QuizPlaceRow.insert(place, into: database) }
    }
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

  /// Takes the latest review with this content back, and the answer that was given with it; both are
  /// on the disk when this returns, or neither.
  ///
  /// - Throws: ``ProgressError`` where there is no such review that still counts; nothing was added
  ///   then.
  public func takeBack(
    _ review: ReviewRecord, with answer: AnswerRecord? = nil
  ) throws(ProgressError) {
    try add { database in
      guard let row = try ReviewRow.latest(like: review, in: database) else {
        throw ProgressError(path: path, reason: .refused("there is no such review to take back"))
      }
      try ReviewRow.withdraw(row, in: database)
      if let answer { try WithdrawalRow.insert(WithdrawalRecord(of: answer), into: database) }
    }
  }

  /// Adds a goal, or that it was dropped; it is on the disk when this returns.
  ///
  /// - Throws: ``ProgressError``; nothing was added then.
  public func record(_ goal: GoalRecord) throws(ProgressError) {
    try add { try GoalRow.insert(goal, into: $0) }
  }

  /// Adds that a TCP state was seen, unless it was seen before; it is on the disk when this returns.
  ///
  /// - Throws: ``ProgressError``; nothing was added then.
  public func record(_ sighting: SightingRecord) throws(ProgressError) {
    try add { database in
      if try SightingRow.contains(sighting.state, in: database) { return }
      try SightingRow.insert(sighting, into: database)
    }
  }
}
