import PortKnowledge
import Practice

extension Context {
  /// The effect that keeps an interview's question answered now, and where what was typed could be
  /// graded, the answer.
  func review(of state: RubricState, mark: RubricMark) -> Effect {
    let duration = Int(max(0, moment.milliseconds - state.askedAt))
    let review = ReviewRecord(
      cardID: state.item.cardID, grade: mark.grade, durationMilliseconds: duration,
      reviewedAt: moment.milliseconds, zoneOffset: moment.zoneOffset,
      rolloverHour: StudyDay.defaultRolloverHour)
    guard let check = state.item.check, let verdict = state.verdict else {
      return .review(review, nil)
    }
    let answer = AnswerRecord(
      itemID: check.id, topic: check.topic, kind: .exercise, isCorrect: verdict.isCorrect,
      given: verdict.given, durationMilliseconds: duration, usedHint: false,
      answeredAt: moment.milliseconds, zoneOffset: moment.zoneOffset)
    return .review(review, answer)
  }
}
