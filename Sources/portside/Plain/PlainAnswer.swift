import PortKnowledge
import Practice
import Tutor

/// An answer given on the plain front end, for whoever keeps it.
struct PlainAnswer {
  /// What was asked.
  let question: Question
  /// What was said about the answer; for a prediction, whether it is right is the kernel's word.
  var verdict: Verdict
  /// From showing the question to the answer, in milliseconds.
  let durationMilliseconds: Int
  /// Whether a hint was looked at.
  let usedHint: Bool

  /// The answer as a row of the log.
  func record(kind: AnswerRecord.Kind, at moment: Moment) -> AnswerRecord {
    AnswerRecord(
      itemID: question.id, topic: question.topic, kind: kind, isCorrect: verdict.isCorrect,
      given: question.keptAnswer(verdict), durationMilliseconds: durationMilliseconds,
      usedHint: usedHint,
      answeredAt: moment.milliseconds, zoneOffset: moment.zoneOffset)
  }
}
