import Curriculum
import PortKnowledge
import TerminalUI

extension LessonScreen {
  /// The page that is open.
  func document(columns: Int, in context: Context) -> Document {
    var document = Document(columns: columns)
    if let fault {
      document.paragraph(fault, style: Style(.caution))
      document.paragraph("Below is the text as it was before.", style: .dim)
      document.space()
    }
    switch pages[index] {
    case .reading(let title, let blocks, let opening):
      if index == 0 {
        document.paragraph(lesson.question, style: Style(.caution))
        document.space()
      }
      document.paragraph(title, style: .accent)
      document.space()
      for block in blocks { document.add(block) }
      if let opening { add(opening, to: &document, in: context) }
    case .question(let title, let question):
      document.paragraph(title, style: .accent)
      document.space()
      let state = questions[index] ?? QuestionState(question, askedAt: 0)
      document.append(state.document(columns: columns))
    case .ending:
      addEnding(to: &document, in: context)
    }
    return document
  }

  private func add(
    _ opening: LessonPage.Opening, to document: inout Document, in context: Context
  ) {
    document.space()
    let title: String
    let what: DisplayText
    switch opening {
    case .demo(let id):
      title = context.catalog.demo(id)?.title ?? id
      what = "  run it on this machine now: "
    case .exercise(let family, _):
      title = ExerciseCatalog.family(named: family)?.title ?? family
      what = "  do exercises of this kind: "
    }
    var line = StyledLine("▸ ", .accent)
    line.append("Enter", .accent)
    line.append(what)
    line.append(DisplayText(title), .strong)
    document.paragraph(line, hanging: 9, action: .open)
  }

  private func addEnding(to document: inout Document, in context: Context) {
    let right = questions.values.count { $0.verdict?.isCorrect == true }
    let answered = questions.values.count { $0.verdict != nil }
    if isTestingOut, !isPassed {
      let all = lesson.questions.count
      document.paragraph(
        StyledLine(DisplayText("\(right) of \(all) questions right."), .strong)
          + StyledLine("  The lesson is worth its \(lesson.minutes) minutes: x opens it."))
      return
    }
    var line = StyledLine(
      DisplayText("✓ Lesson \(lesson.number) is done."), Style(.good, isBold: true))
    if answered > 0 { line.append("  \(right) of \(answered) questions right.") }
    document.paragraph(line)
    document.space()
    document.paragraph("In short", style: .accent)
    document.space()
    for line in lesson.summary {
      document.paragraph(StyledLine("• ") + StyledLine(DisplayText(line)), hanging: 2)
    }
    document.space()
    document.paragraph("In an interview", style: .accent)
    document.space()
    document.paragraph(lesson.interview)
    document.space()
    document.paragraph("Sources", style: .accent)
    document.space()
    for source in lesson.sources {
      document.paragraph(
        StyledLine("• ", .dim) + StyledLine(DisplayText(source), .dim), hanging: 2)
    }
  }
}
