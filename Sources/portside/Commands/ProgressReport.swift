import PortKnowledge
import Practice
import Tutor

/// What the command `progress` tells, as lines and as data.
struct ProgressReport: Encodable {
  /// Right answers out of all.
  struct Accuracy: Encodable {
    /// How many were right.
    var correct: Int
    /// How many there were.
    var total: Int
    /// The share of right ones from 0 to 100; nil without any answer.
    var percentage: Int?

    init(_ tally: ProgressSnapshot.Tally) {
      correct = tally.correct
      total = tally.total
      percentage = tally.percentage
    }

    /// The numbers in words.
    var sentence: String {
      guard let percentage else { return "no answers yet" }
      return "\(correct) of \(total) right (\(percentage) %)"
    }
  }

  /// Two things that were taken for each other.
  struct Mixture: Encodable {
    /// What would have been right.
    var right: String
    /// What was answered.
    var given: String
    /// How often.
    var count: Int

    init(_ confusion: Confusion) {
      right = confusion.right
      given = confusion.given
      count = confusion.count
    }
  }

  /// A day of study.
  struct StudiedDay: Encodable {
    /// The day, as YYYY-MM-DD.
    var date: String
    /// How many answers it had; none where only interviews were reviewed.
    var answers: Int
    /// How many of them were right.
    var correct: Int

    init(_ day: ProgressSnapshot.Day) {
      date = CivilDate(dayNumber: day.number).description
      answers = day.tally.total
      correct = day.tally.correct
    }
  }

  /// What is remembered and what falls due.
  struct Memory: Encodable {
    /// How many cards there are, and how many of them were never asked.
    var cards: Int
    var newCards: Int
    /// How many are to be asked now.
    var due: Int
    /// The mean chance of recall today of the cards that were asked; nil without any.
    var recall: Double?
    /// How many cards fall due on each of the next 14 days, today's first.
    var forecast: [Int]
    /// The date to be ready for; nil without one.
    var goal: GoalReport?

    init(_ report: LearnerReport) {
      cards = report.cards.count
      newCards = report.newCards
      due = report.due
      recall = report.recall
      forecast = report.forecast
      goal = report.goal.map(GoalReport.init)
    }
  }

  /// The ids of the lessons read to their end, in order.
  var lessonsDone: [String]
  /// All answers.
  var answers: Accuracy
  /// Answers by topic.
  var topics: [String: Accuracy]
  /// On how many days something was answered.
  var daysStudied: Int
  /// How many of them are in a row up to today or yesterday.
  var daysInARow: Int
  /// The questions whose latest answer was wrong, the newest first.
  var recentMistakes: [String]

  /// Answers by kind of exercise.
  var families: [String: Accuracy]
  /// What is taken for something else.
  var confusions: [Mixture]
  /// The TCP states seen in the kernel's table, by the names of ss.
  var statesSeen: [String]
  /// Those that can still be met there.
  var statesLeft: [String]
  /// The days studied in the last twelve weeks, the oldest first.
  var calendar: [StudiedDay]
  /// What is remembered; nil where that was not asked for.
  var memory: Memory?

  /// The report of a snapshot on a day, numbered like the snapshot's own days.
  ///
  /// What the lessons are needed for is left empty where no report on them is given.
  init(
    _ snapshot: ProgressSnapshot, today: Int, memory: Memory? = nil, learner: LearnerReport? = nil
  ) {
    self.memory = memory
    families = snapshot.families.mapValues(Accuracy.init)
    confusions = (learner?.confusions ?? []).map(Mixture.init)
    statesSeen = snapshot.statesSeen.map(\.ssName).sorted()
    statesLeft = (learner?.states ?? []).filter { !$0.isSeen }.map(\.state.ssName).sorted()
    let start = learner?.calendarStart ?? today
    calendar = snapshot.days.filter { (start...max(start, today)).contains($0.number) }
      .map(StudiedDay.init)
    lessonsDone = snapshot.lessonsDone.sorted()
    answers = Accuracy(snapshot.all)
    topics = snapshot.topics.mapValues(Accuracy.init)
    daysStudied = snapshot.days.count
    daysInARow = snapshot.streak(today: today)
    recentMistakes = snapshot.recentMistakes
  }

  /// The report for people: names on the left, what there is on the right, in columns.
  var lines: [String] {
    var rows = [("Lessons", lessonsDone.isEmpty ? "none done yet" : "\(lessonsDone.count) done")]
    rows.append(("Answers", answers.sentence))
    if daysStudied > 0 {
      rows.append(("Days", "\(daysStudied) of study, \(daysInARow) in a row"))
    }
    if !recentMistakes.isEmpty {
      rows.append(("To repeat", Self.questions(recentMistakes.count)))
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, value in
      name + String(repeating: " ", count: width - name.count) + "   " + value
    }
  }

  private static func questions(_ count: Int) -> String {
    let most = count == ProgressStatistics.mistakeLimit ? "\(count) or more" : "\(count)"
    return most + (count == 1 ? " question" : " questions") + " whose latest answer was wrong"
  }
}
