import PortKnowledge

/// Counts a learner's log, one row after the other, into a snapshot.
///
/// Rows count in the order in which they were added, not by their time: a clock that was set back
/// must not make an old answer the latest one.
public struct ProgressStatistics: Sendable {
  /// How many wrong answers a snapshot has at most.
  static let wrongLimit = 300

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
  private var families: [String: ProgressSnapshot.Tally] = [:]
  /// The latest wrong answers, the newest last, at most twice as many as a snapshot has.
  private var wrong: [WrongAnswer] = []
  private var goalDay: Int?
  private var statesSeen: Set<TCPState> = []
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
    let day = StudyDay.number(
      milliseconds: answer.answeredAt, zoneOffset: answer.zoneOffset,
      rolloverHour: StudyDay.defaultRolloverHour)
    days[day, default: ProgressSnapshot.Tally()].count(answer.isCorrect)
    mistakes[answer.itemID] = answer.isCorrect ? nil : all.total
    if let family = Self.family(of: answer.itemID) {
      families[family, default: ProgressSnapshot.Tally()].count(answer.isCorrect)
    }
    guard !answer.isCorrect else { return }
    wrong.append(WrongAnswer(itemID: answer.itemID, given: answer.given))
    // Cut now and then, so that a long log costs no more memory than a short one.
    if wrong.count > 2 * Self.wrongLimit { wrong.removeFirst(wrong.count - Self.wrongLimit) }
  }

  /// Counts a goal that was set, changed or dropped; the latest holds.
  public mutating func add(_ goal: GoalRecord) {
    goalDay = goal.readyDay
  }

  /// Counts a state that was seen.
  public mutating func add(_ sighting: SightingRecord) {
    statesSeen.insert(sighting.state)
  }

  /// Counts the day of a review as a day of study: those of an interview come without an answer.
  ///
  /// One that was taken back is not to be given.
  public mutating func add(_ review: Review) {
    days[review.day, default: ProgressSnapshot.Tally()].count(nil)
  }

  /// What stands between the family and the seed of a generated exercise's id.
  private static let levels = ExerciseLevel.allCases.map { Array("/\($0.rawValue)/".utf8) }

  /// The kind of exercise of an item; nil for a question of a lesson or a demo.
  private static func family(of itemID: String) -> String? {
    if itemID.utf8.starts(with: "port:".utf8) || itemID.utf8.starts(with: "deck-".utf8) {
      return ProgressSnapshot.portsByHeart
    }
    // FAMILY/LEVEL/SEED, unlike a prediction's demo/NAME/QUESTION; not read further, because this is
    // asked of every row of the log.
    guard let end = itemID.utf8.firstIndex(of: UInt8(ascii: "/")), end > itemID.startIndex,
      levels.contains(where: { itemID.utf8[end...].starts(with: $0) })
    else { return nil }
    return String(itemID[..<end])
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
        .prefix(Self.mistakeLimit).map(\.key),
      families: families, wrongAnswers: wrong.suffix(Self.wrongLimit).reversed(),
      goalDay: goalDay, statesSeen: statesSeen)
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
  fileprivate mutating func count(_ isCorrect: Bool?) {
    guard let isCorrect else { return }
    correct += isCorrect ? 1 : 0
    total += 1
  }
}
