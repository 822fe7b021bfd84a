import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// The learner's record: lessons, answers, days.
///
/// Every bar stands beside its figures.
struct ProgressScreen: ScreenModel {
  private var scroll = ScrollPosition()

  let name = ScreenName.progress
  let keyContext = KeyContext.page

  func path(in context: Context) -> [DisplayText] { ["Portside", "Progress"] }

  func fact(in context: Context) -> DisplayText {
    context.keepingNotice == nil ? "kept on this machine only" : "not kept"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if action == .back { return [.close] }
    _ = scroll.handle(
      action, of: document(columns: context.columns, in: context), rows: context.rows)
    return []
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(columns: area.columns, in: context), in: area, scroll: scroll)
  }

  private func document(columns: Int, in context: Context) -> Document {
    var document = Document(columns: columns)
    if let notice = context.keepingNotice {
      document.paragraph(notice, style: Style(.caution))
      document.space()
    }
    addLessons(to: &document, in: context)
    document.space()
    addAnswers(to: &document, in: context)
    document.space()
    addDays(to: &document, in: context)
    return document
  }

  private func addLessons(to document: inout Document, in context: Context) {
    let lessons = context.catalog.lessons
    let done = lessons.count { context.progress.lessonsDone.contains($0.id) }
    document.paragraph("Lessons", style: .accent)
    document.verbatim(
      Self.bar(
        label: "done", part: done, whole: lessons.count, unit: "\(done) of \(lessons.count)"),
      indent: 2)
    for lesson in lessons {
      let isDone = context.progress.lessonsDone.contains(lesson.id)
      var line = StyledLine(isDone ? "✓ " : "  ", Style(.good))
      line.append(DisplayText("\(lesson.number) · \(lesson.title)"))
      line.append(isDone ? "  done" : "  not yet", .dim)
      document.paragraph(line, indent: 2, hanging: 2)
    }
  }

  private func addAnswers(to document: inout Document, in context: Context) {
    let progress = context.progress
    document.paragraph("Answers", style: .accent)
    guard progress.all.total > 0 else {
      document.paragraph("None yet. Every question you answer is counted here.", indent: 2)
      return
    }
    document.verbatim(Self.bar(label: "all", tally: progress.all), indent: 2)
    for (topic, tally) in progress.topics.sorted(by: { $0.key < $1.key }) {
      document.verbatim(Self.bar(label: Self.title(of: topic), tally: tally), indent: 2)
    }
    guard !progress.recentMistakes.isEmpty else { return }
    let count = progress.recentMistakes.count
    document.paragraph(
      count == 1
        ? "One question was last answered wrong."
        : "\(count) questions were last answered wrong.", indent: 2)
  }

  private func addDays(to document: inout Document, in context: Context) {
    let days = context.progress.days
    document.paragraph("Days", style: .accent)
    guard let last = days.last else {
      document.paragraph("No day of study yet.", indent: 2)
      return
    }
    document.paragraph(
      days.count == 1 ? "One day of study so far." : "\(days.count) days of study so far.",
      indent: 2)
    let levels = Array("▁▂▃▄▅▆▇█")
    let most = max(1, days.map(\.tally.total).max() ?? 1)
    let byNumber = Dictionary(days.map { ($0.number, $0.tally.total) }, uniquingKeysWith: +)
    let bars = (last.number - 27...last.number).map { number -> Character in
      guard let count = byNumber[number], count > 0 else { return "·" }
      return levels[min(levels.count - 1, count * (levels.count - 1) / most)]
    }
    var line = StyledLine(DisplayText(String(bars)), Style(.accent))
    line.append("  four weeks; the last day: ", .dim)
    line.append(DisplayText("\(last.tally.correct) of \(last.tally.total) right"))
    document.paragraph(line, indent: 2)
  }

  private static func title(of topic: String) -> String {
    ExerciseTopic(rawValue: topic)?.title ?? topic
  }

  private static func bar(label: String, tally: ProgressSnapshot.Tally) -> StyledLine {
    let percent = Gauge.percent(tally.correct, of: tally.total)
    return bar(
      label: label, part: tally.correct, whole: tally.total,
      unit: "\(tally.correct) of \(tally.total) right, \(percent) %")
  }

  private static func bar(label: String, part: Int, whole: Int, unit: String) -> StyledLine {
    var line = StyledLine(DisplayText(label).padded(to: 20))
    line.append(Gauge.text(part, of: whole, columns: 12), Style(.accent))
    line.append(DisplayText("  \(unit)"))
    return line
  }
}
