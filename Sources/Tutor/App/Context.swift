import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// What a screen may know besides its own state.
struct Context {
  /// The terminal's size.
  var size: Size
  /// What there is to learn.
  var catalog: Catalog
  /// The learner's record.
  var progress: ProgressSnapshot
  /// When the message that is being handled happened.
  var moment: Moment
  /// Why nothing is kept; nil while everything is.
  var keepingNotice: String?

  /// The rows between header and footer.
  var rows: Int { ScreenFrame.content(of: size).rows }
  /// The columns between the margins.
  var columns: Int { ScreenFrame.content(of: size).columns }

  /// The row for the log of an answer given now.
  func record(
    of verdict: Verdict, to state: QuestionState, kind: AnswerRecord.Kind
  ) -> AnswerRecord {
    AnswerRecord(
      itemID: state.question.id, topic: state.question.topic, kind: kind,
      isCorrect: verdict.isCorrect, given: verdict.given,
      durationMilliseconds: Int(max(0, moment.milliseconds - state.askedAt)),
      usedHint: state.hintsShown > 0, answeredAt: moment.milliseconds,
      zoneOffset: moment.zoneOffset)
  }
}
