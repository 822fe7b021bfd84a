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
  /// What the learner remembers.
  var memory: MemoryReplay<FSRS6>
  /// When the message that is being handled happened.
  var moment: Moment
  /// Why nothing is kept; nil while everything is.
  var keepingNotice: String?

  /// The rows between header and footer.
  var rows: Int { ScreenFrame.content(of: size).rows }
  /// The columns between the margins.
  var columns: Int { ScreenFrame.content(of: size).columns }

  /// Today's study day, in days since 1970-01-01.
  var today: Int {
    StudyDay.number(
      seconds: seconds, zoneOffset: moment.zoneOffset, rolloverHour: StudyDay.defaultRolloverHour)
  }
  /// Now, in seconds since 1970-01-01 00:00 UTC.
  var seconds: Int64 { moment.milliseconds / 1000 }

  /// Everything that can be remembered.
  var shelf: StudyShelf {
    StudyShelf(lessons: catalog.lessons, bank: catalog.bank, lessonsDone: progress.lessonsDone)
  }

  /// The date to be ready for and the way there; nil without a goal ahead.
  func goal(of cards: [StudyCard]) -> StudyGoal? {
    guard let day = progress.goalDay, day > today else { return nil }
    return StudyGoal(of: cards, memory: memory, today: today, readyDay: day)
  }

  /// How many cards are to be asked now; new ones are not counted.
  var dueCards: Int {
    let due = memory.cards.filter { $0.value.isDue(at: seconds, today: today) }
    guard !due.isEmpty else { return 0 }
    // A card may have gone from the lessons since it was reviewed.
    return shelf.cards.count { due[$0.id] != nil }
  }

  /// The row for the log of a review made now.
  func review(of card: StudyCard, grade: Grade, shownAt: Int64) -> ReviewRecord {
    ReviewRecord(
      cardID: card.id, grade: grade,
      durationMilliseconds: Int(max(0, moment.milliseconds - shownAt)),
      reviewedAt: moment.milliseconds, zoneOffset: moment.zoneOffset,
      rolloverHour: StudyDay.defaultRolloverHour)
  }

  /// The row for the log of an answer given now.
  func record(
    of verdict: Verdict, to state: QuestionState, kind: AnswerRecord.Kind
  ) -> AnswerRecord {
    AnswerRecord(
      itemID: state.question.id, topic: state.question.topic, kind: kind,
      isCorrect: verdict.isCorrect, given: state.question.keptAnswer(verdict),
      durationMilliseconds: Int(max(0, moment.milliseconds - state.askedAt)),
      usedHint: state.hintsShown > 0, answeredAt: moment.milliseconds,
      zoneOffset: moment.zoneOffset)
  }
}
