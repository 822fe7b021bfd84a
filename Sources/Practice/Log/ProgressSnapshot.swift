public import PortKnowledge

/// What is known of a learner at one moment, counted from the log.
public struct ProgressSnapshot: Hashable, Sendable {
  /// Right and all answers.
  public struct Tally: Hashable, Sendable {
    /// How many were right.
    public var correct: Int
    /// How many there were.
    public var total: Int

    /// Right ones out of all.
    public init(correct: Int = 0, total: Int = 0) {
      self.correct = correct
      self.total = total
    }
  }

  /// A day on which something was answered or reviewed.
  public struct Day: Hashable, Sendable {
    /// The study day in the zone of each row, in days since 1970-01-01.
    public var number: Int
    /// Right and all answers of the day; none where only reviews without an answer were made.
    public var tally: Tally

    /// A day and its answers.
    public init(number: Int, tally: Tally) {
      self.number = number
      self.tally = tally
    }
  }

  /// What ``families`` calls ports asked by themselves, as cards or in a deck.
  public static let portsByHeart = "ports-by-heart"

  /// The ids of the lessons read to their end.
  public var lessonsDone: Set<String>
  /// All answers.
  public var all: Tally
  /// Answers by topic.
  public var topics: [String: Tally]
  /// The days on which something was answered or reviewed, the oldest first.
  public var days: [Day]
  /// The ids of the questions whose latest answer was wrong, the newest first, at most 20.
  public var recentMistakes: [String]

  /// Answers by kind of exercise: a family's id, or ``portsByHeart``.
  public var families: [String: Tally]
  /// The latest wrong answers, the newest first, at most 300.
  public var wrongAnswers: [WrongAnswer]
  /// The study day by which the learner wants to be ready, in days since 1970-01-01; nil without a
  /// goal.
  public var goalDay: Int?
  /// The TCP states that were seen in the kernel's own table.
  public var statesSeen: Set<TCPState>

  /// A snapshot; empty by default.
  public init(
    lessonsDone: Set<String> = [], all: Tally = Tally(), topics: [String: Tally] = [:],
    days: [Day] = [], recentMistakes: [String] = [], families: [String: Tally] = [:],
    wrongAnswers: [WrongAnswer] = [], goalDay: Int? = nil, statesSeen: Set<TCPState> = []
  ) {
    self.lessonsDone = lessonsDone
    self.all = all
    self.topics = topics
    self.days = days
    self.recentMistakes = recentMistakes
    self.families = families
    self.wrongAnswers = wrongAnswers
    self.goalDay = goalDay
    self.statesSeen = statesSeen
  }
}
