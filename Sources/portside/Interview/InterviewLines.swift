import Curriculum
import Practice
import TerminalUI
import Tutor

/// A mock interview as lines: asks, keeps each answer before it goes on, and tells the result.
struct InterviewLines {
  let console: PlainConsole
  let keeper: ProgressKeeper
  let clock: LearnerClock

  /// Asks until the interview is over or the learner stops.
  ///
  /// - Parameter session: The interview, before its first question.
  /// - Returns: It with what became of its questions.
  func run(_ session: InterviewSession) -> InterviewSession {
    var session = session
    let lines = RubricLines(console)
    while let item = session.current {
      console.say()
      console.say(DisplayText(heading(of: session)))
      switch lines.ask(item) {
      case .stopped:
        session.end()
      case .skipped:
        session.skip(at: clock.now().milliseconds)
      case .answered(let given):
        keep(given, of: item)
        session.answer(given.mark, at: clock.now().milliseconds)
        if given.isLast { session.end() }
      }
    }
    return session
  }

  private func heading(of session: InterviewSession) -> String {
    let number = "Question \(session.results.count + 1)"
    guard let left = session.millisecondsLeft(at: clock.now().milliseconds) else { return number }
    let minutes = (left + 59_999) / 60_000
    return "\(number), \(minutes) \(minutes == 1 ? "minute" : "minutes") left"
  }

  private func keep(_ given: RubricLines.Given, of item: InterviewItem) {
    let now = clock.now()
    let review = ReviewRecord(
      cardID: item.cardID, grade: given.mark.grade,
      durationMilliseconds: given.milliseconds,
      reviewedAt: now.milliseconds, zoneOffset: now.zoneOffset,
      rolloverHour: StudyDay.defaultRolloverHour)
    let kept = keeper.record(review, with: given.answer?.record(kind: .exercise, at: now))
    if let complaint = kept.complaint { console.complain(DisplayText(complaint)) }
  }

  // MARK: The result

  /// Tells strengths, gaps, and the lessons and demos that close them.
  func tell(_ report: InterviewReport) {
    console.say()
    console.say(DisplayText(report.sentence))
    tell("Strengths:", report.strengths)
    tell("Gaps:", report.weaknesses)
    let remedies = report.remedies
    if !remedies.isEmpty {
      console.say()
      console.say("What closes the gaps:")
      let width = remedies.map(\.remedy.command.count).max() ?? 0
      for (remedy, gaps) in remedies {
        let command = DisplayText(remedy.command).padded(to: width).string
        // Never broken, so that the command can be copied.
        let note = [Self.title(of: remedy), gaps > 1 ? "(closes \(gaps) gaps)" : nil]
          .compactMap { $0 }.joined(separator: " ")
        console.line(DisplayText(note.isEmpty ? "  \(remedy.command)" : "  \(command)  \(note)"))
      }
    }
    guard !report.gaps.isEmpty else { return }
    console.say()
    console.say("What was missing:")
    for gap in report.gaps {
      console.say(DisplayText(gap.item.question.question), indent: 2)
      for point in gap.missing { console.say(DisplayText(point), indent: 4, label: "- ") }
    }
  }

  private static func title(of remedy: Remedy) -> String? {
    if case .lesson(let lesson) = remedy { lesson.title } else { nil }
  }

  private func tell(_ title: DisplayText, _ topics: [InterviewReport.Topic]) {
    guard !topics.isEmpty else { return }
    console.say()
    console.say(title)
    let width = topics.map(\.title.count).max() ?? 0
    for topic in topics {
      let name = DisplayText(topic.title).padded(to: width).string
      console.line(DisplayText("  \(name)  \(topic.points)"))
    }
  }
}
