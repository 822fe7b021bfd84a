public import Practice

/// A goal and its plan in words.
public enum GoalWords {
  /// What holds for the goal, each a sentence.
  ///
  /// - Parameters:
  ///   - goal: The goal.
  ///   - cards: What is to be known on the day.
  /// - Returns: One to four sentences.
  public static func sentences(of goal: StudyGoal, cards: [StudyCard]) -> [String] {
    let date = CivilDate(dayNumber: goal.readyDay)
    let all = cards.count == 1 ? "the one card" : "all \(cards.count) cards"
    if goal.readyDay < goal.today {
      return ["The day you wanted to be ready by, \(date), is over. Set another date, or drop it."]
    }
    if goal.daysLeft == 0 {
      return [
        "Today, \(date), is the day you wanted to be ready by. On average you would know "
          + "\(percent(goal.readiness)) of \(all)."
      ]
    }
    var sentences = [
      "Ready by \(date), \(RelativeDay.words(goal.daysLeft)).",
      "Without another review you would know \(percent(goal.readiness)) of \(all) on that day.",
    ]
    if let expected = goal.plan.expectedRecall {
      sentences.append(
        "With the reviews of the plan it is \(percent(expected)), if you remember each card when "
          + "it is asked.")
    }
    if let below = below(goal, of: cards) { sentences.append(below) }
    return sentences
  }

  /// Which cards stay below the wanted chance of recall whatever is planned; nil where none does.
  private static func below(_ goal: StudyGoal, of cards: [StudyCard]) -> String? {
    let ids = Set(goal.plan.belowRetention)
    guard !ids.isEmpty else { return nil }
    let named = cards.filter { ids.contains($0.id) }.prefix(3).map(CardTitle.words)
    let rest = ids.count - named.count
    let names = named.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    let count = ids.count == 1 ? "1 card stays" : "\(ids.count) cards stay"
    return "\(count) below \(percent(StudyGoal.retention)) all the same: \(names)."
  }

  /// The days of the plan, a line each: the date, a bar, and the reviews in figures.
  ///
  /// - Parameters:
  ///   - goal: The goal.
  ///   - limit: How many days at most.
  /// - Returns: Lines of the same shape, and one about the days that are left out.
  public static func days(of goal: StudyGoal, limit: Int) -> [String] {
    let days = goal.plan.days.prefix(limit)
    let rest = goal.plan.days.dropFirst(limit)
    let most = max(1, days.map(\.total).max() ?? 1)
    var lines = days.map { day in
      let bar = BarText.bar(day.total, of: most, columns: 20)
      let extra =
        day.placed.isEmpty
        ? "" : day.total == 1 ? ", for the goal" : ", \(day.placed.count) of them for the goal"
      let weekday = RelativeDay.weekday(day.number)
      return "\(weekday) \(CivilDate(dayNumber: day.number))  \(bar)  \(reviews(day.total))\(extra)"
    }
    if let heaviest = rest.map(\.total).max() {
      lines.append(
        rest.count == 1
          ? "Then one more day with \(reviews(heaviest))."
          : "Then \(rest.count) more days with at most \(reviews(heaviest)) a day.")
    }
    return lines
  }

  /// A number of reviews in words.
  static func reviews(_ count: Int) -> String { count == 1 ? "1 review" : "\(count) reviews" }

  /// A share in percent, rounded.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
