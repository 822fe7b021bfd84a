import Curriculum
import PortKnowledge
import Practice

/// The figures in sentences, so that nothing is said by a picture alone.
extension LearnerReport {
  /// Everything in sentences, what matters now first.
  public var sentences: [String] {
    todaySentences + goalSentences + [forecastSentence, calendarSentence] + confusionSentences
      + [lessonSentence, stateSentence]
  }

  /// What is to be done and known today.
  public var todaySentences: [String] {
    var sentences: [String] = []
    if let recall {
      let known = cardCount - newCards
      let cards = known == 1 ? "the card" : "the \(known) cards"
      sentences.append(
        "Today you would know \(GoalWords.percent(recall)) of \(cards) you have met; "
          + "\(newCards) are new.")
    } else {
      sentences.append("No card was reviewed yet; \(cardCount) wait for you.")
    }
    sentences.append(
      due == 0
        ? "Nothing is due now." : due == 1 ? "1 card is due now." : "\(due) cards are due now.")
    return sentences
  }

  /// The goal and how near it is.
  public var goalSentences: [String] {
    goal.map { GoalWords.sentences(of: $0, cardCount: cardCount) }
      ?? ["There is no date to be ready for."]
  }

  /// What falls due in the next days.
  public var forecastSentence: String {
    let week = forecast.prefix(7).reduce(0, +)
    let rest = forecast.dropFirst(7).reduce(0, +)
    guard week + rest > 0 else { return "Nothing falls due in the next two weeks." }
    return "\(week) \(week == 1 ? "card falls" : "cards fall") due within seven days, today "
      + "included, and \(rest) in the week after."
  }

  /// On how many days something was studied.
  public var calendarSentence: String {
    let days = calendar.joined().compactMap(\.self)
    let studied = days.count { $0 > 0 }
    guard !progress.days.isEmpty else { return "No day of study yet." }
    let streak = progress.streak(today: today)
    let row =
      streak == 0
      ? "the last one is over for longer" : streak == 1 ? "one in a row" : "\(streak) in a row"
    return "You studied on \(studied) of the last \(days.count) days, \(row)."
  }

  /// What costs the most.
  public var confusionSentences: [String] {
    confusions.map { confusion in
      let times = confusion.count == 1 ? "once" : "\(confusion.count) times"
      return "You took \(confusion.right) for \(confusion.given) \(times)."
    }
  }

  /// How many lessons are done.
  public var lessonSentence: String {
    "\(lessons.count { $0.isDone }) of \(lessons.count) lessons are done."
  }

  /// Which TCP states were seen.
  public var stateSentence: String {
    let seen = states.filter(\.isSeen)
    let left = states.filter { !$0.isSeen }.map(\.state.ssName)
    let start =
      "\(seen.count) of the \(states.count) states that a TCP socket can have in the table"
    if left.isEmpty { return start + " were seen: all of them." }
    if seen.isEmpty { return "None of \(start.dropFirst(5)) was seen yet; demos show them live." }
    return start + " were seen. Still to meet: " + left.joined(separator: ", ") + "."
  }
}
