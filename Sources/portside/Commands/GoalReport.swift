import Practice
import TerminalUI
import Tutor

/// What the command `goal` tells, as data and as lines.
struct GoalReport: Encodable {
  /// A day of the plan.
  struct Day: Encodable {
    /// The day, as YYYY-MM-DD.
    let date: String
    /// The reviews of the ordinary schedule.
    let due: Int
    /// The reviews for the sake of the goal.
    let placed: Int
  }

  /// The goal's day; null without a goal.
  var readyBy: String?
  /// Days from today to the goal.
  var daysLeft: Int?
  /// The mean chance of recall on the day without another review, from 0 to 1.
  var readiness: Double?
  /// The same if all goes as planned.
  var expected: Double?
  /// How many cards stay below the wanted chance of recall all the same.
  var below: Int?
  /// The ids of those cards.
  var cardsBelow: [String] = []
  /// The days of the plan, today's first.
  var days: [Day] = []

  private enum Key: String, CodingKey {
    case readyBy, daysLeft, readiness, expected, below, cardsBelow, days
  }

  /// Without a goal.
  init() {}

  /// The report on a goal.
  init(_ goal: StudyGoal) {
    readyBy = CivilDate(dayNumber: goal.readyDay).description
    daysLeft = goal.daysLeft
    readiness = goal.readiness
    expected = goal.plan.expectedRecall
    below = goal.plan.belowRetention.count
    cardsBelow = goal.plan.belowRetention
    days = goal.plan.days.map { day in
      Day(
        date: CivilDate(dayNumber: day.number).description, due: day.ordinary,
        placed: day.placed.count)
    }
  }

  func encode(to encoder: any Encoder) throws {
    // Null, not left out, where there is no goal.
    var report = encoder.container(keyedBy: Key.self)
    try report.encode(readyBy, forKey: .readyBy)
    try report.encode(daysLeft, forKey: .daysLeft)
    try report.encode(readiness, forKey: .readiness)
    try report.encode(expected, forKey: .expected)
    try report.encode(below, forKey: .below)
    try report.encode(cardsBelow, forKey: .cardsBelow)
    try report.encode(days, forKey: .days)
  }

  /// How many days of a plan are told one by one.
  private static let daysTold = 31

  /// Tells the goal and its plan to people.
  static func tell(_ goal: StudyGoal?, cards: [StudyCard], on console: PlainConsole) {
    guard let goal else {
      return console.say("There is no goal. Set one with a date: portside goal 2030-06-01")
    }
    for sentence in GoalWords.sentences(of: goal, cards: cards) {
      console.say(DisplayText(sentence))
    }
    let days = GoalWords.days(of: goal, limit: daysTold)
    guard !days.isEmpty else { return }
    console.say()
    for line in days { console.line(DisplayText("  " + line)) }
  }
}
