import Curriculum
import PortKnowledge
import Practice
import TerminalUI

/// What an interview showed: strengths, gaps, and the lessons and demos that close them.
struct InterviewResultScreen: ScreenModel {
  let subject: InterviewScreen.Subject
  let report: InterviewReport
  private var cursor = 0
  private var scroll = ScrollPosition()

  init(
    _ subject: InterviewScreen.Subject, results: [InterviewSession.Result], in context: Context
  ) {
    self.subject = subject
    report = InterviewReport(results, guide: LessonGuide(context.catalog.lessons))
  }

  let name = ScreenName.interview
  let keyContext = KeyContext.interviewDone

  var unused: Set<Action> { report.remedies.isEmpty ? [.open] : [] }

  func path(in context: Context) -> [DisplayText] { ["Interview", "Result"] }

  func fact(in context: Context) -> DisplayText {
    let total = report.total
    return DisplayText(InterviewReport.points(total.held, of: total.count))
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    switch action {
    case .back: return [.close]
    case .forward:
      let next = InterviewScreen(again(in: context), in: context)
      return [.replace(next)] + next.opening.map { .effect($0) }
    case .open: return opened(cursor, in: context)
    case .choose(let index):
      cursor = index
      return opened(index, in: context)
    case .up where cursor > 0:
      cursor -= 1
      scroll.follow()
    case .down where cursor < report.remedies.count - 1:
      cursor += 1
      scroll.follow()
    default:
      _ = scroll.handle(action, of: document(in: context), rows: context.rows)
    }
    return []
  }

  /// The same with a new seed.
  private func again(in context: Context) -> InterviewScreen.Subject {
    guard case .interview(var plan) = subject else { return subject }
    plan.seed = InterviewScreen.seed(from: context)
    return .interview(plan)
  }

  private func opened(_ index: Int, in context: Context) -> [Reaction] {
    guard report.remedies.indices.contains(index) else { return [] }
    switch report.remedies[index].remedy {
    case .lesson(let lesson):
      return [.open(LessonScreen(lesson, in: context))]
    case .proof(.demo(let id)):
      guard let demo = context.catalog.demo(id) else { return [] }
      let screen = DemoScreen(demo, in: context)
      return [.open(screen)] + screen.opening.map { .effect($0) }
    case .proof(.exercise(let family)):
      return [
        .open(PracticeRoundScreen(families: [family], seed: nil, level: .easy, in: context))
      ]
    }
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(in: context), in: area, scroll: scroll)
  }

  func document(in context: Context) -> Document {
    var document = Document(columns: context.columns)
    document.paragraph(StyledLine(DisplayText(report.sentence), .strong))
    add("Strengths", report.strengths, mark: "✓", style: Style(.good), to: &document)
    add("Gaps", report.weaknesses, mark: "✗", style: Style(.bad), to: &document)
    addRemedies(to: &document, in: context)
    addMissing(to: &document)
    if case .interview(let plan) = subject {
      document.space()
      document.paragraph("Once more from the same seed: \(plan.command)", style: .dim)
    }
    return document
  }

  private func add(
    _ title: DisplayText, _ topics: [InterviewReport.Topic], mark: DisplayText, style: Style,
    to document: inout Document
  ) {
    guard !topics.isEmpty else { return }
    document.space()
    document.paragraph(StyledLine(title, .accent))
    for topic in topics {
      var line = StyledLine(mark, style)
      line.append("  ")
      line.append(DisplayText(topic.title).padded(to: 28))
      line.append(Gauge.text(topic.held, of: topic.count, columns: 8), .dim)
      line.append(DisplayText("  \(topic.points)"))
      document.verbatim(line, indent: 2)
    }
  }

  private func addRemedies(to document: inout Document, in context: Context) {
    let remedies = report.remedies
    guard !remedies.isEmpty else { return }
    document.space()
    document.paragraph("What closes the gaps", style: .accent)
    for (index, entry) in remedies.enumerated() {
      let isHere = index == cursor
      if isHere { document.anchor = index == 0 ? nil : document.lines.count }
      var line = StyledLine(isHere ? "▸ " : "  ", .accent)
      line.append(Self.title(of: entry.remedy, in: context), isHere ? .accent : .text)
      if entry.gaps > 1 { line.append(DisplayText("  closes \(entry.gaps) gaps"), .dim) }
      document.paragraph(line, indent: 2, hanging: 4, action: .choose(index))
    }
  }

  private static func title(of remedy: Remedy, in context: Context) -> DisplayText {
    switch remedy {
    case .lesson(let lesson): "Lesson \(lesson.number) · \(lesson.title)"
    case .proof(.demo(let id)): "Demo · \(context.catalog.demo(id)?.title ?? id)"
    case .proof(.exercise(let family)):
      "Exercises · \(ExerciseCatalog.family(named: family)?.title ?? family)"
    }
  }

  private func addMissing(to document: inout Document) {
    guard !report.gaps.isEmpty else { return }
    document.space()
    document.paragraph("What was missing", style: .accent)
    for gap in report.gaps {
      document.paragraph(
        StyledLine(DisplayText(gap.item.question.question), .strong), indent: 2, hanging: 2)
      for point in gap.missing {
        document.paragraph(
          StyledLine("✗ ", Style(.bad)) + StyledLine(DisplayText(point)), indent: 4, hanging: 2)
      }
    }
  }
}
