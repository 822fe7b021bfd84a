import PortKnowledge
import Practice

/// The pictures as lines of text, each with its figures.
extension LearnerReport {
  /// What falls due on each of the next days, a line each.
  public var forecastLines: [String] {
    let most = forecast.max() ?? 0
    guard most > 0 else { return [] }
    return forecast.enumerated().map { offset, count in
      let day = today + offset
      let name =
        offset == 0
        ? "today         " : "\(RelativeDay.weekday(day)) \(CivilDate(dayNumber: day))"
      return "\(name)  \(BarText.bar(count, of: most, columns: 24))  \(count)"
    }
  }

  /// The weeks of the calendar, a line each: the date of its Monday, its days, and how many of them
  /// were studied; weeks before the first day of study are left out.
  public var calendarLines: [String] {
    calendar.enumerated().drop { week in !week.element.contains { ($0 ?? 0) > 0 } }
      .map { index, week in
        let monday = CivilDate(dayNumber: calendarStart + 7 * index)
        let marks = week.map { String(Self.mark($0)) }.joined(separator: " ")
        let studied = week.count { ($0 ?? 0) > 0 }
        let answers = progress.days.filter {
          $0.number >= monday.dayNumber && $0.number < monday.dayNumber + 7
        }.reduce(0) { $0 + $1.tally.total }
        return "week of \(monday)  \(marks)  \(Self.days(studied)), "
          + "\(answers == 1 ? "1 answer" : "\(answers) answers")"
      }
  }

  /// Answers by topic or kind, a line each.
  ///
  /// - Parameter shares: ``topics`` or ``families``.
  /// - Returns: Lines of the same shape.
  public static func lines(of shares: [Share]) -> [String] {
    let width = shares.map(\.title.count).max() ?? 0
    return shares.map { share in
      let tally = share.tally
      let bar = BarText.bar(tally.correct, of: tally.total, columns: 12)
      return share.title + String(repeating: " ", count: width - share.title.count)
        + "  \(bar)  \(tally.correct) of \(tally.total) right (\(tally.percentage ?? 0) %)"
    }
  }

  /// The states, with a mark on those that were seen.
  public var stateLine: String {
    states.map { ($0.isSeen ? "✓ " : "· ") + $0.state.ssName }.joined(separator: "   ")
  }

  /// What the marks of the calendar mean.
  public static let markLegend = "· none   ▁ 1 to 9 answers   ▄ 10 to 29   █ 30 and more"

  /// A day's mark, which differs in shape and not in colour alone; a space for a day to come.
  static func mark(_ answers: Int?) -> Character {
    guard let answers else { return " " }
    return switch answers {
    case ..<1: "·"
    case ..<10: "▁"
    case ..<30: "▄"
    default: "█"
    }
  }

  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
