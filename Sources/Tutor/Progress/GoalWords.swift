public import Practice

/// A goal and its plan in words.
public enum GoalWords {
  /// What holds for the goal, each a sentence.
  ///
  /// - Parameters:
  ///   - goal: The goal.
  ///   - cardCount: How many cards there are.
  /// - Returns: One to four sentences.
  public static func sentences(of goal: StudyGoal, cardCount: Int) -> [String] {
    let date = CivilDate(dayNumber: goal.readyDay)
    guard goal.daysLeft > 0 else {
      return ["The day you wanted to be ready by, \(date), is over or here. Set another date."]
    }
    var sentences = [
      "Ready by \(date), \(RelativeDay.words(goal.daysLeft)).",
      "Without another review you would know \(percent(goal.readiness)) of all \(cardCount) cards "
        + "on that day.",
    ]
    if let expected = goal.plan.expectedRecall {
      sentences.append(
        "With the reviews of this plan it is \(percent(expected)), if you remember each of them.")
    }
    let below = goal.plan.belowRetention.count
    if below > 0 {
      let cards = below == 1 ? "1 card stays" : "\(below) cards stay"
      sentences.append("\(cards) below \(percent(StudyGoal.retention)) all the same.")
    }
    return sentences
  }

  /// The days of the plan, a line each: the date, a bar, and the reviews in figures.
  ///
  /// - Parameters:
  ///   - goal: The goal.
  ///   - limit: How many days at most.
  /// - Returns: Lines of the same shape.
  public static func days(of goal: StudyGoal, limit: Int) -> [String] {
    let days = goal.plan.days.prefix(limit)
    let most = max(1, days.map(\.total).max() ?? 1)
    return days.map { day in
      let bar = BarText.bar(day.total, of: most, columns: 20)
      let extra = day.placed.isEmpty ? "" : ", \(day.placed.count) of them for the goal"
      let reviews = day.total == 1 ? "1 review" : "\(day.total) reviews"
      return "\(CivilDate(dayNumber: day.number))  \(bar)  \(reviews)\(extra)"
    }
  }

  /// A share in percent, rounded.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
