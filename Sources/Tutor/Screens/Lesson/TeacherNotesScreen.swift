import Curriculum
import TerminalUI

/// What a teacher wants to know of a lesson, as a page to read.
struct TeacherNotesScreen: ScreenModel {
  let lesson: Lesson
  private var scroll = ScrollPosition()

  init(_ lesson: Lesson) {
    self.lesson = lesson
  }

  let name = ScreenName.lesson
  let keyContext = KeyContext.page

  func path(in context: Context) -> [DisplayText] {
    ["Lessons", "\(lesson.number) · \(lesson.title)", "For teachers"]
  }

  func fact(in context: Context) -> DisplayText {
    lesson.teacher.map { "\($0.minutes) min in a class" } ?? ""
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if action == .back { return [.close] }
    _ = scroll.handle(action, of: document(columns: context.columns), rows: context.rows)
    return []
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    frame.draw(document(columns: area.columns), in: area, scroll: scroll)
  }

  private func document(columns: Int) -> Document {
    var document = Document(columns: columns)
    guard let teacher = lesson.teacher else {
      document.paragraph("This lesson has no notes for teachers.")
      return document
    }
    for note in teacher.notes {
      document.paragraph(StyledLine("• ", .dim) + StyledLine(DisplayText(note)), hanging: 2)
      document.space()
    }
    return document
  }
}
