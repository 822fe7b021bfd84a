/// One row of the learner's log, of whatever kind: what an export holds and an import brings.
///
/// Its content is its identity: two machines whose logs are merged know a row that both have by its
/// values, not by its place.
public enum LogEntry: Hashable, Sendable {
  /// An answer.
  case answer(AnswerRecord)
  /// An answer that does not count.
  case withdrawal(WithdrawalRecord)
  /// A lesson read to its end.
  case lesson(LessonRecord)
  /// A review.
  case review(ReviewRecord)
  /// A review that was taken back.
  case reviewWithdrawal(ReviewWithdrawalRecord)
  /// A goal that was set, changed or dropped.
  case goal(GoalRecord)
  /// A TCP state that was seen for the first time.
  case sighting(SightingRecord)
  /// An answer's place in a quiz.
  case quizPlace(QuizPlaceRecord)
}
