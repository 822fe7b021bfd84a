import TerminalUI
import Tutor

/// What a learner remembers and has done, as lines: what matters now first, and a sentence to each
/// picture.
struct ProgressLines {
  private let report: LearnerReport
  private let totals: [String]

  /// Lines on a report; `totals` are the rows of figures on lessons, answers and days.
  init(_ report: LearnerReport, totals: [String]) {
    self.report = report
    self.totals = totals
  }

  /// Tells everything.
  func tell(on console: PlainConsole) {
    for line in totals { console.line(DisplayText(line)) }
    section("Today", [], report.todaySentences + report.goalSentences, on: console)
    section(
      "Next days", report.forecastLines,
      [report.planSentence, report.forecastSentence].compactMap(\.self), on: console)
    let calendar = report.calendarLines
    section(
      "Days studied", calendar.isEmpty ? [] : calendar + [LearnerReport.markLegend],
      [report.calendarSentence], on: console)
    tell(report.topics, "By topic", on: console)
    tell(report.families, "By kind of exercise", on: console)
    if !report.confusions.isEmpty {
      section("Mixed up", [], report.confusionSentences, on: console)
    }
    section("Lessons", [], [report.lessonSentence], on: console)
    section(
      "TCP states seen", [report.stateLine], [report.stateSentence, LearnerReport.closedSentence],
      on: console)
  }

  private func tell(_ shares: [LearnerReport.Share], _ title: String, on console: PlainConsole) {
    guard !shares.isEmpty else { return }
    section(
      title, LearnerReport.lines(of: shares),
      LearnerReport.weakestSentence(of: shares).map { [$0] } ?? [], on: console)
  }

  private func section(
    _ title: String, _ lines: [String], _ sentences: [String], on console: PlainConsole
  ) {
    console.say()
    console.say(DisplayText(title))
    for line in lines { console.line(DisplayText("  " + line)) }
    for sentence in sentences { console.say(DisplayText(sentence), indent: 2) }
  }
}
