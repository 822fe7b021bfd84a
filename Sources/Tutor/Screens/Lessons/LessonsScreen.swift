import Curriculum
import Practice
import TerminalUI

/// The list of lessons.
struct LessonsScreen: ScreenModel {
  private var position = ListPosition()
  /// The order in which the lessons are shown.
  private(set) var order = LearningPath.beginner

  let name = ScreenName.lessons
  let keyContext = KeyContext.lessonList

  func path(in context: Context) -> [DisplayText] { ["Portside", "Lessons"] }

  func fact(in context: Context) -> DisplayText {
    let lessons = order.lessons(of: context.catalog.lessons)
    let done = lessons.count { context.progress.lessonsDone.contains($0.id) }
    return "\(order.title), \(done) of \(lessons.count) done"
  }

  mutating func handle(_ action: Action, in context: Context) -> [Reaction] {
    if action == .back { return [.close] }
    if action == .changeLevel {
      order = order.next
      position = ListPosition()
      return []
    }
    let lessons = order.lessons(of: context.catalog.lessons)
    let capacity = EntryList.capacity(entries(in: context), in: context)
    guard position.handle(action, count: lessons.count, rows: capacity) else { return [] }
    return [.open(LessonScreen(lessons[position.selected], in: context))]
  }

  func draw(into frame: inout Frame, area: Rect, in context: Context) {
    let entries = entries(in: context)
    EntryList.draw(entries, position: position, into: &frame, area: area)
    if entries.isEmpty {
      frame.canvas.write("There are no lessons in this folder.", column: area.column, row: area.row)
    }
  }

  private func entries(in context: Context) -> [EntryList.Entry] {
    order.lessons(of: context.catalog.lessons).map { lesson in
      let isDone = context.progress.lessonsDone.contains(lesson.id) && order != .teacher
      let minutes = order == .teacher ? lesson.teacher?.minutes ?? lesson.minutes : lesson.minutes
      return EntryList.Entry(
        title: "\(lesson.number) · \(lesson.title)", sentence: DisplayText(lesson.question),
        fact: isDone ? "✓ done" : "\(minutes) min",
        factStyle: isDone ? Style(.good) : .dim)
    }
  }
}
