/// Counts a learner's log, one row after the other, into a snapshot.
///
/// Rows count in the order in which they were added, not by their time: a clock that was set back
/// must not make an old answer the latest one.
public struct ProgressStatistics: Sendable {
  /// How many mistakes a snapshot lists at most.
  public static let mistakeLimit = 20

  private var lessonsDone: Set<String> = []
  private var all = ProgressSnapshot.Tally()
  private var topics: [String: ProgressSnapshot.Tally] = [:]
  private var days: [Int: ProgressSnapshot.Tally] = [:]
  /// The questions whose latest answer was wrong, each with that answer's place in the log.
  ///
  /// Only these are kept: a long log has a great many different exercises, few of them still wrong.
  private var mistakes: [String: Int] = [:]
  private let withdrawn: Set<WithdrawalRecord>

  /// Starts with an empty log, and the answers that do not count.
  public init(withdrawn: Set<WithdrawalRecord> = []) {
    self.withdrawn = withdrawn
  }

  /// Counts the next answer of the log, unless it was withdrawn.
  public mutating func add(_ answer: AnswerRecord) {
    if !withdrawn.isEmpty, withdrawn.contains(WithdrawalRecord(of: answer)) { return }
    all.count(answer.isCorrect)
    topics[answer.topic, default: ProgressSnapshot.Tally()].count(answer.isCorrect)
    let day = StudyDay.number(milliseconds: answer.answeredAt, zoneOffset: answer.zoneOffset)
    days[day, default: ProgressSnapshot.Tally()].count(answer.isCorrect)
    mistakes[answer.itemID] = answer.isCorrect ? nil : all.total
  }

  /// Counts a lesson that was read to its end; a second reading changes nothing.
  public mutating func add(_ lesson: LessonRecord) {
    lessonsDone.insert(lesson.lessonID)
  }

  /// What was counted so far.
  public var snapshot: ProgressSnapshot {
    ProgressSnapshot(
      lessonsDone: lessonsDone, all: all, topics: topics,
      days: days.sorted { $0.key < $1.key }
        .map { ProgressSnapshot.Day(number: $0.key, tally: $0.value) },
      recentMistakes: mistakes.sorted { $0.value > $1.value }
        .prefix(Self.mistakeLimit).map(\.key))
  }

  /// The snapshot of a whole log, the oldest rows first.
  public static func snapshot(
    answers: [AnswerRecord], lessons: [LessonRecord], withdrawn: Set<WithdrawalRecord> = []
  ) -> ProgressSnapshot {
    var statistics = ProgressStatistics(withdrawn: withdrawn)
    for answer in answers { statistics.add(answer) }
    for lesson in lessons { statistics.add(lesson) }
    return statistics.snapshot
  }
}

extension ProgressSnapshot.Tally {
  fileprivate mutating func count(_ isCorrect: Bool) {
    correct += isCorrect ? 1 : 0
    total += 1
  }
}
