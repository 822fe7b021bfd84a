import PortKnowledge

extension PracticeSession {
  /// The latest answer as a row of the log.
  ///
  /// - Parameters:
  ///   - kind: Where the session took place.
  ///   - durationMilliseconds: From showing the question to the answer, in milliseconds.
  ///   - answeredAt: When, in milliseconds since 1970-01-01 00:00 UTC.
  ///   - zoneOffset: The learner's zone, in seconds east of UTC.
  /// - Returns: The row; nil while the current question waits for its answer, and once the session
  ///   is finished.
  public func record(
    kind: AnswerRecord.Kind, durationMilliseconds: Int, answeredAt: Int64, zoneOffset: Int
  ) -> AnswerRecord? {
    guard case .answered(let verdict) = phase, let result = results.last else { return nil }
    return AnswerRecord(
      itemID: result.question.id, topic: result.question.topic, kind: kind,
      isCorrect: verdict.isCorrect, given: result.question.keptAnswer(verdict),
      durationMilliseconds: durationMilliseconds, usedHint: result.hintCount > 0,
      answeredAt: answeredAt, zoneOffset: zoneOffset)
  }
}
