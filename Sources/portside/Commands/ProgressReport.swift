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
      cards = report.cardCount
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
  /// What is remembered; nil where that was not asked for.
  var memory: Memory?

  /// The report of a snapshot on a day, numbered like the snapshot's own days.
  init(_ snapshot: ProgressSnapshot, today: Int, memory: Memory? = nil) {
    self.memory = memory
    families = snapshot.families.mapValues(Accuracy.init)
    confusions = Confusion.counted(in: snapshot.wrongAnswers).map(Mixture.init)
    statesSeen = snapshot.statesSeen.map(\.ssName).sorted()
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
    rows += topics.sorted { $0.key < $1.key }
      .map { ("  " + Self.title(ofTopic: $0.key), $0.value.sentence) }
    rows += families.sorted { $0.key < $1.key }
      .map { ("  " + Self.title(ofFamily: $0.key), $0.value.sentence) }
    if daysStudied > 0 {
      rows.append(("Days", "\(daysStudied) with answers, \(daysInARow) in a row"))
    }
    if !recentMistakes.isEmpty {
      rows.append(("To repeat", Self.questions(recentMistakes.count)))
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, value in
      name + String(repeating: " ", count: width - name.count) + "   " + value
    }
  }

  private static func title(ofTopic topic: String) -> String {
    ExerciseTopic(rawValue: topic)?.title ?? topic
  }

  private static func title(ofFamily family: String) -> String {
    family == ProgressSnapshot.portsByHeart
      ? "Ports by heart" : ExerciseCatalog.family(named: family)?.title ?? family
  }

  private static func questions(_ count: Int) -> String {
    let most = count == ProgressStatistics.mistakeLimit ? "\(count) or more" : "\(count)"
    return most + (count == 1 ? " question" : " questions") + " whose latest answer was wrong"
  }
}
