public import Curriculum
public import PortKnowledge
public import Practice

/// What a learner has done and remembers, counted for the progress screen and for the command
/// `progress`: figures, and each of them in a sentence.
public struct LearnerReport: Sendable {
  /// A name and its answers.
  public struct Share: Hashable, Sendable {
    /// The topic's or the kind's id.
    public var id: String
    /// How it is called.
    public var title: String
    /// Right and all answers.
    public var tally: ProgressSnapshot.Tally
  }

  /// How many days ahead are counted.
  public static let forecastDays = 14
  /// How many weeks of the past are shown.
  public static let calendarWeeks = 12

  /// Everything that was counted from the log.
  public let progress: ProgressSnapshot
  /// Today's study day, in days since 1970-01-01.
  public let today: Int
  /// How many cards are to be asked now.
  public let due: Int
  /// How many cards there are.
  public let cardCount: Int
  /// How many of them were never asked.
  public let newCards: Int
  /// The mean chance to recall a card that was ever asked, today; nil where there is none.
  public let recall: Double?
  /// How many cards fall due on each of the next days, today's first.
  public let forecast: [Int]
  /// The date to be ready for; nil without one.
  public let goal: StudyGoal?
  /// Answers by topic, the weakest first.
  public let topics: [Share]
  /// Answers by kind of exercise, the weakest first.
  public let families: [Share]
  /// What is taken for something else, the most frequent first.
  public let confusions: [Confusion]
  /// The lessons, with whether they are done.
  public let lessons: [(lesson: Lesson, isDone: Bool)]
  /// The TCP states that can be met in the kernel's table, with whether they were seen.
  public let states: [(state: TCPState, isSeen: Bool)]

  /// A report at a moment.
  ///
  /// - Parameters:
  ///   - progress: What was counted from the log.
  ///   - memory: Where each card stands.
  ///   - shelf: What there is to remember.
  ///   - lessons: The lessons in course order.
  ///   - seconds: Now, in seconds since 1970-01-01 00:00 UTC.
  ///   - today: Today's study day.
  public init(
    _ progress: ProgressSnapshot, memory: MemoryReplay<FSRS6>, shelf: StudyShelf,
    lessons: [Lesson], seconds: Int64, today: Int
  ) {
    self.progress = progress
    self.today = today
    let ids = shelf.cards.map(\.id)
    let known = ids.filter { memory.cards[$0] != nil }
    due = known.count { memory.cards[$0]?.isDue(at: seconds, today: today) == true }
    cardCount = ids.count
    newCards = ids.count - known.count
    let readiness = Readiness(memory)
    recall = readiness.meanRecall(of: known, on: today)
    forecast = readiness.dueCards(of: known, today: today, days: Self.forecastDays)
    goal = progress.goalDay.flatMap {
      StudyGoal(of: shelf.cards, memory: memory, today: today, readyDay: $0)
    }
    topics = Self.shares(progress.topics) { ExerciseTopic(rawValue: $0)?.title ?? $0 }
    families = Self.shares(progress.families) { id in
      id == ProgressSnapshot.portsByHeart
        ? "Ports by heart" : ExerciseCatalog.family(named: id)?.title ?? id
    }
    confusions = Confusion.counted(in: progress.wrongAnswers)
    self.lessons = lessons.map { ($0, progress.lessonsDone.contains($0.id)) }
    states = TCPState.all.filter { $0 != .closed }.map { ($0, progress.statesSeen.contains($0)) }
  }

  private static func shares(
    _ tallies: [String: ProgressSnapshot.Tally], title: (String) -> String
  ) -> [Share] {
    tallies.map { Share(id: $0.key, title: title($0.key), tally: $0.value) }
      .sorted { ($0.tally.percentage ?? 0, $0.id) < ($1.tally.percentage ?? 0, $1.id) }
  }

  /// The weeks of the calendar from Monday to Sunday, the oldest first; nil for days after today.
  ///
  /// Each day tells how many answers it has; 0 for a day without study, at least 1 for any other.
  public var calendar: [[Int?]] {
    // Day 0, 1970-01-01, was a Thursday.
    let monday = today - (today + 3) % 7
    let answers = Dictionary(
      progress.days.map { ($0.number, max(1, $0.tally.total)) }, uniquingKeysWith: +)
    return (0..<Self.calendarWeeks).reversed().map { week in
      (0..<7).map { day in
        let number = monday - 7 * week + day
        return number > today ? nil : answers[number] ?? 0
      }
    }
  }
}
