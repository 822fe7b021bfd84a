import PortKnowledge
import Practice

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

  /// The report of a snapshot on a day, numbered like the snapshot's own days.
  init(_ snapshot: ProgressSnapshot, today: Int) {
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

  private static func questions(_ count: Int) -> String {
    let most = count == ProgressStatistics.mistakeLimit ? "\(count) or more" : "\(count)"
    return most + (count == 1 ? " question" : " questions") + " whose latest answer was wrong"
  }
}
