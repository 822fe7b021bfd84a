import Curriculum
import PortKnowledge
import Practice

/// The figures in sentences, so that nothing is said by a picture alone.
extension LearnerReport {
  /// What is to be done and known today.
  public var todaySentences: [String] {
    var sentences: [String] = []
    if let recall {
      let known = cards.count - newCards
      let met = known == 1 ? "the one card" : "the \(known) cards"
      let new = newCards == 0 ? "none is" : newCards == 1 ? "1 is" : "\(newCards) are"
      sentences.append(
        "Today you would know \(GoalWords.percent(recall)) of \(met) you have met; \(new) new.")
    } else if cards.isEmpty {
      sentences.append("There are no cards to review.")
    } else {
      let wait = cards.count == 1 ? "1 waits" : "\(cards.count) wait"
      sentences.append("No card was reviewed yet; \(wait) for you.")
    }
    sentences.append(
      due == 0
        ? "Nothing is due now." : due == 1 ? "1 card is due now." : "\(due) cards are due now.")
    if let placed = goal?.placedToday.count, placed > 0 {
      let cards = placed == 1 ? "1 card is" : "\(placed) cards are"
      sentences.append("\(cards) asked today for the sake of your date.")
    }
    return sentences
  }

  /// The goal and how near it is.
  public var goalSentences: [String] {
    goal.map { GoalWords.sentences(of: $0, cards: cards) }
      ?? ["There is no date to be ready for."]
  }

  /// How much the plan for the goal asks for; nil without a date ahead.
  public var planSentence: String? {
    guard let days = goal?.plan.days, let first = days.first else { return nil }
    let most = GoalWords.reviews(days.map(\.total).max() ?? 0)
    return
      "The plan for your date: \(GoalWords.reviews(first.total)) today, at most \(most) on any "
      + "day."
  }

  /// What falls due in the next days.
  public var forecastSentence: String {
    let week = forecast.prefix(7).reduce(0, +)
    let rest = forecast.dropFirst(7).reduce(0, +)
    guard week + rest > 0 else { return "Nothing is scheduled for the next two weeks." }
    return
      "By the ordinary schedule \(week) \(week == 1 ? "card falls" : "cards fall") due within seven days, today "
      + "included, and \(rest) in the week after."
  }

  /// On how many days something was studied, and how long the latest row of days is.
  public var calendarSentence: String {
    guard let last = progress.days.last(where: { $0.number <= today })?.number else {
      return "No day of study yet."
    }
    let studied = calendar.joined().count { ($0 ?? 0) > 0 }
    let weeks = "the last \(Self.calendarWeeks) weeks"
    let end = RelativeDay.past(today - last)
    if studied == 0 { return "You did not study in \(weeks); the last time was \(end)." }
    let start = "You studied on \(Self.days(studied)) in \(weeks)"
    let streak = progress.streak(today: today)
    return streak > 1
      ? "\(start); \(streak) days in a row up to \(end)." : "\(start); most recently \(end)."
  }

  /// Where the fewest answers are right, of those with enough of them; nil where that says nothing.
  ///
  /// - Parameter shares: ``topics`` or ``families``.
  /// - Returns: A sentence.
  public static func weakestSentence(of shares: [Share]) -> String? {
    let asked = shares.filter { $0.tally.total >= 5 }
    guard asked.count > 1, let weakest = asked.first, let best = asked.last,
      weakest.tally.percentage != best.tally.percentage
    else { return nil }
    return "You are weakest in \(weakest.title), with \(weakest.tally.percentage ?? 0) % right, "
      + "and strongest in \(best.title), with \(best.tally.percentage ?? 0) %."
  }

  /// What costs the most.
  public var confusionSentences: [String] {
    confusions.map { confusion in
      let times = confusion.count == 1 ? "once" : "\(confusion.count) times"
      return "You take \(confusion.right) for \(confusion.given): \(times)."
    }
  }

  /// How many lessons are done.
  public var lessonSentence: String {
    let done = lessons.count { $0.isDone }
    return "\(done) of \(lessons.count) lessons \(done == 1 ? "is" : "are") done."
  }

  /// Which TCP states were seen.
  public var stateSentence: String {
    let seen = states.count { $0.isSeen }
    let left = states.filter { !$0.isSeen }.map(\.state.ssName)
    let all = "\(states.count) states of TCP that have rows in the kernel's table"
    if left.isEmpty { return "You have seen all \(all)." }
    if seen == 0 { return "You have seen none of the \(all) yet. Live demos show them." }
    return "You have seen \(seen) of the \(all). Still to meet: "
      + left.joined(separator: ", ") + "."
  }

  /// Why one of the eleven states of TCP is not among those that are collected.
  public static let closedSentence =
    "The eleventh, CLOSED, stands for no connection, so it has no row there."
}
