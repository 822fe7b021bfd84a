import Curriculum
import PortKnowledge
import Practice
import TerminalUI

extension ProgressScreen {
  /// The whole page, what matters now at the top.
  func document(in context: Context) -> Document {
    let report = LearnerReport(
      context.progress, memory: context.memory, shelf: context.shelf,
      lessons: context.catalog.lessons, seconds: context.seconds, today: context.today)
    var document = Document(columns: context.columns)
    if let notice = context.keepingNotice {
      document.paragraph(notice, style: Style(.caution))
      document.space()
    }
    if field != nil { addField(to: &document) }
    addToday(report, to: &document)
    addForecast(report, to: &document)
    addCalendar(report, to: &document)
    addShares(report.topics, title: "By topic", to: &document)
    addShares(report.families, title: "By kind of exercise", to: &document)
    addConfusions(report, to: &document)
    addLessons(report, to: &document)
    addStates(report, to: &document)
    return document
  }

  private func heading(_ title: String, in document: inout Document) {
    document.space()
    document.paragraph(title, style: .accent)
  }

  private func addField(to document: inout Document) {
    guard let field else { return }
    document.paragraph(
      "Ready by which day? Write it as 2027-03-15; empty for none.", style: .strong)
    var line = StyledLine("▸ ", .accent)
    line.append(DisplayText(field.text), .strong)
    document.field(line, cursor: 2 + field.cursorColumns)
    if let complaint { document.paragraph(complaint, style: Style(.caution)) }
  }

  private func addToday(_ report: LearnerReport, to document: inout Document) {
    heading("Today", in: &document)
    for sentence in report.todaySentences { document.paragraph(sentence, indent: 2) }
    guard report.goal != nil else {
      return document.paragraph(
        "d sets a date to be ready for, an exam or an interview.", style: .dim, indent: 2)
    }
    for sentence in report.goalSentences { document.paragraph(sentence, indent: 2) }
    if let goal = report.goal, goal.daysLeft > 0 {
      let first = goal.plan.days.first?.total ?? 0
      let most = goal.plan.days.map(\.total).max() ?? 0
      document.paragraph(
        "The plan: \(Self.reviews(first)) today, at most \(most) on any day.", indent: 2)
    }
  }

  private static func reviews(_ count: Int) -> String {
    count == 1 ? "1 review" : "\(count) reviews"
  }

  private func addForecast(_ report: LearnerReport, to document: inout Document) {
    heading("Next days", in: &document)
    let days = report.forecast.prefix(7)
    let most = max(1, days.max() ?? 1)
    if days.contains(where: { $0 > 0 }) {
      for (offset, count) in days.enumerated() {
        let label = offset == 0 ? "today" : Self.weekday(report.today + offset)
        var line = StyledLine(DisplayText(label).padded(to: 7))
        line.append(DisplayText(BarText.bar(count, of: most, columns: 24)), Style(.accent))
        line.append(DisplayText(" \(count)"))
        document.verbatim(line, indent: 2)
      }
    }
    document.paragraph(report.forecastSentence, indent: 2)
  }

  private static func weekday(_ day: Int) -> String {
    // Day 0, 1970-01-01, was a Thursday.
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][((day + 3) % 7 + 7) % 7]
  }

  private func addCalendar(_ report: LearnerReport, to document: inout Document) {
    heading("Days studied", in: &document)
    if !report.progress.days.isEmpty {
      let weeks = report.calendar
      for (weekday, name) in ["Mon", "", "Wed", "", "Fri", "", "Sun"].enumerated() {
        var line = StyledLine(DisplayText(name).padded(to: 5), .dim)
        for week in weeks {
          line.append(Self.mark(week[weekday]), week[weekday] ?? 0 > 0 ? Style(.accent) : .dim)
          line.append(" ")
        }
        document.verbatim(line, indent: 2)
      }
      document.paragraph(
        "· none   ░ to 9 answers   ▒ to 29   █ 30 and more; this week at the right", style: .dim,
        indent: 2)
    }
    document.paragraph(report.calendarSentence, indent: 2)
  }

  /// A day's mark, which differs in shape and not in colour alone.
  private static func mark(_ answers: Int?) -> DisplayText {
    guard let answers else { return " " }
    return switch answers {
    case ..<1: "·"
    case ..<10: "░"
    case ..<30: "▒"
    default: "█"
    }
  }

  private func addShares(
    _ shares: [LearnerReport.Share], title: String, to document: inout Document
  ) {
    guard !shares.isEmpty else { return }
    heading(title, in: &document)
    for share in shares {
      let tally = share.tally
      var line = StyledLine(DisplayText(share.title).truncated(to: 22).padded(to: 23))
      line.append(Gauge.text(tally.correct, of: tally.total, columns: 12), Style(.accent))
      line.append(
        DisplayText(
          "  \(tally.correct) of \(tally.total), "
            + "\(Gauge.percent(tally.correct, of: tally.total)) %"))
      document.verbatim(line, indent: 2)
    }
  }

  private func addConfusions(_ report: LearnerReport, to document: inout Document) {
    guard !report.confusions.isEmpty else { return }
    heading("Mixed up", in: &document)
    for sentence in report.confusionSentences {
      document.paragraph(StyledLine(DisplayText(sentence)), indent: 2, hanging: 2)
    }
  }

  private func addLessons(_ report: LearnerReport, to document: inout Document) {
    heading("Lessons", in: &document)
    document.paragraph(report.lessonSentence, indent: 2)
    for (lesson, isDone) in report.lessons {
      var line = StyledLine(isDone ? "✓ " : "  ", Style(.good))
      line.append(DisplayText("\(lesson.number) · \(lesson.title)"), isDone ? .text : .dim)
      line.append(isDone ? "  done" : "  not yet", .dim)
      document.paragraph(line, indent: 2, hanging: 2)
    }
  }

  private func addStates(_ report: LearnerReport, to document: inout Document) {
    heading("TCP states seen in the kernel's table", in: &document)
    var line = StyledLine()
    for (state, isSeen) in report.states {
      line.append(isSeen ? "✓ " : "· ", isSeen ? Style(.good) : .dim)
      line.append(DisplayText(state.ssName), isSeen ? .text : .dim)
      line.append("   ")
    }
    document.paragraph(line, indent: 2)
    document.paragraph(report.stateSentence, indent: 2)
    document.paragraph(
      "CLOSED has no row there: it is the state of a connection that does not exist.", style: .dim,
      indent: 2)
  }
}
