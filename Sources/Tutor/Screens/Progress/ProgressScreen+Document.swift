import Curriculum
import PortKnowledge
import Practice
import TerminalUI

extension ProgressScreen {
  /// The whole page, what matters now at the top.
  func document(in context: Context) -> Document {
    let report = report(in: context)
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
      "Ready by which day? Write it as 2030-06-01; leave it empty for none.", style: .strong)
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
  }

  private func addForecast(_ report: LearnerReport, to document: inout Document) {
    heading("Next days", in: &document)
    // With a date ahead the plan's reviews count too.
    let plan = report.goal?.plan.days.prefix(7) ?? []
    let counts = plan.isEmpty ? Array(report.forecast.prefix(7)) : plan.map(\.total)
    let most = counts.max() ?? 0
    for (offset, count) in counts.enumerated() where most > 0 {
      let label = offset == 0 ? "today" : RelativeDay.weekday(report.today + offset)
      var line = StyledLine(DisplayText(label).padded(to: 7))
      line.append(DisplayText(BarText.bar(count, of: most, columns: 24)), Style(.accent))
      line.append(DisplayText(" \(count)"))
      let placed = offset < plan.count ? plan[plan.startIndex + offset].placed.count : 0
      if placed > 0 { line.append(DisplayText(", \(placed) for your date"), .dim) }
      document.verbatim(line, indent: 2)
    }
    if let sentence = report.planSentence { document.paragraph(sentence, indent: 2) }
    document.paragraph(report.forecastSentence, indent: 2)
  }

  private func addCalendar(_ report: LearnerReport, to document: inout Document) {
    heading("Days studied", in: &document)
    if !report.progress.days.isEmpty {
      let weeks = report.calendar
      for (weekday, name) in ["Mon", "", "Wed", "", "Fri", "", "Sun"].enumerated() {
        var line = StyledLine(DisplayText(name).padded(to: 5), .dim)
        for week in weeks {
          let answers = week[weekday]
          line.append(
            DisplayText("\(LearnerReport.mark(answers)) "),
            answers ?? 0 > 0 ? Style(.accent) : .dim)
        }
        document.verbatim(line, indent: 2)
      }
      document.verbatim(StyledLine(DisplayText(LearnerReport.markLegend), .dim), indent: 2)
      let start = CivilDate(dayNumber: report.calendarStart)
      document.paragraph(
        "A column is a week, from \(start) at the left to this week at the right.", style: .dim,
        indent: 2)
    }
    document.paragraph(report.calendarSentence, indent: 2)
  }

  private func addShares(
    _ shares: [LearnerReport.Share], title: String, to document: inout Document
  ) {
    guard !shares.isEmpty else { return }
    heading(title, in: &document)
    // Beside the names stand a gauge and up to twenty columns of figures.
    let longest = shares.map { DisplayText($0.title).columns }.max() ?? 0
    let width = max(8, min(longest, document.measure - 38))
    for share in shares {
      let tally = share.tally
      var line = StyledLine(DisplayText(share.title).truncated(to: width).padded(to: width + 2))
      line.append(Gauge.text(tally.correct, of: tally.total, columns: 12), Style(.accent))
      line.append(
        DisplayText(
          "  \(tally.correct) of \(tally.total), "
            + "\(Gauge.percent(tally.correct, of: tally.total)) %"))
      document.verbatim(line, indent: 2)
    }
    if let sentence = LearnerReport.weakestSentence(of: shares) {
      document.paragraph(sentence, indent: 2)
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
    // A state and its mark stay on one line.
    let width = 15
    let perLine = max(1, document.measure / width)
    for start in stride(from: 0, to: report.states.count, by: perLine) {
      var line = StyledLine()
      for (state, isSeen) in report.states[start...].prefix(perLine) {
        line.append(isSeen ? "✓ " : "· ", isSeen ? Style(.good) : .dim)
        line.append(DisplayText(state.ssName).padded(to: width - 2), isSeen ? .text : .dim)
      }
      document.verbatim(line, indent: 2)
    }
    document.paragraph(report.stateSentence, indent: 2)
    document.paragraph(LearnerReport.closedSentence, style: .dim, indent: 2)
  }
}
