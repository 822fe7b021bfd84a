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
  /// What there is to remember.
  public let cards: [StudyCard]
  /// How many of the cards were never asked.
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
  ///   - library: The lessons in course order, and their bank.
  ///   - seconds: Now, in seconds since 1970-01-01 00:00 UTC.
  ///   - today: Today's study day.
  public init(
    _ progress: ProgressSnapshot, memory: MemoryReplay<FSRS6>, library: LessonLibrary,
    seconds: Int64, today: Int
  ) {
    self.init(
      progress, memory: memory, lessons: library.lessons, bank: library.bank, seconds: seconds,
      today: today)
  }

  /// A report on some lessons and a bank.
  init(
    _ progress: ProgressSnapshot, memory: MemoryReplay<FSRS6>, lessons: [Lesson],
    bank: LessonBank, seconds: Int64, today: Int
  ) {
    self.progress = progress
    self.today = today
    cards = StudyShelf(lessons: lessons, bank: bank, lessonsDone: progress.lessonsDone).cards
    let ids = cards.map(\.id)
    let known = ids.filter { memory.cards[$0] != nil }
    due = known.count { memory.cards[$0]?.isDue(at: seconds, today: today) == true }
    newCards = ids.count - known.count
    let readiness = Readiness(memory)
    recall = readiness.meanRecall(of: known, on: today)
    forecast = readiness.dueCards(of: known, today: today, days: Self.forecastDays)
    if let day = progress.goalDay {
      goal = StudyGoal(of: cards, memory: memory, today: today, readyDay: day)
    } else {
      goal = nil
    }
    topics = Self.shares(progress.topics) { ExerciseTopic(rawValue: $0)?.title ?? $0 }
    families = Self.shares(progress.families) { id in
      id == ProgressSnapshot.portsByHeart
        ? "Ports by heart" : ExerciseCatalog.family(named: id)?.title ?? id
    }
    confusions = Self.confusions(in: progress.wrongAnswers, lessons: lessons, bank: bank)
    self.lessons = lessons.map { ($0, progress.lessonsDone.contains($0.id)) }
    states = TCPState.all.filter { $0 != .closed }.map { ($0, progress.statesSeen.contains($0)) }
  }

  private static func shares(
    _ tallies: [String: ProgressSnapshot.Tally], title: (String) -> String
  ) -> [Share] {
    tallies.map { Share(id: $0.key, title: title($0.key), tally: $0.value) }
      .sorted { ($0.tally.percentage ?? 0, $0.id) < ($1.tally.percentage ?? 0, $1.id) }
  }

  /// What is confused; questions of lessons and of drills are made again from these lessons.
  private static func confusions(
    in wrong: [WrongAnswer], lessons: [Lesson], bank: LessonBank
  ) -> [Confusion] {
    let questions = Dictionary(
      lessons.flatMap(\.questions).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Confusion.counted(in: wrong) { id in
      if let question = questions[id] ?? ExerciseCatalog.question(id: id) { return question }
      guard let id = ExerciseID(id) else { return nil }
      return bank.deck(id.family)?.drill.question(seed: id.seed, level: id.level)
    }
  }

  /// The weeks of the calendar from Monday to Sunday, the oldest first; nil for days after today.
  ///
  /// Each day tells how many answers it has; 0 for a day without study, at least 1 for any other.
  public var calendar: [[Int?]] {
    let monday = today - RelativeDay.daysSinceMonday(today)
    let answers = Dictionary(
      progress.days.map { ($0.number, max(1, $0.tally.total)) }, uniquingKeysWith: +)
    return (0..<Self.calendarWeeks).reversed().map { week in
      (0..<7).map { day in
        let number = monday - 7 * week + day
        return number > today ? nil : answers[number] ?? 0
      }
    }
  }

  /// The Monday with which the calendar begins, in days since 1970-01-01.
  public var calendarStart: Int {
    today - RelativeDay.daysSinceMonday(today) - 7 * (Self.calendarWeeks - 1)
  }
}
