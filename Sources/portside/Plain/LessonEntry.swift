import Curriculum
import TerminalUI

/// A lesson in a list, as data and as a line.
struct LessonEntry: Encodable {
  /// The number in the course.
  var number: Int
  /// The id, by which it can be opened too.
  var id: String
  /// The title.
  var title: String
  /// The question that it answers.
  var question: String
  /// How long it takes, in minutes.
  var minutes: Int

  init(_ lesson: Lesson) {
    number = lesson.number
    id = lesson.id
    title = lesson.title
    question = lesson.question
    minutes = lesson.minutes
  }

  /// One line for each lesson: number, minutes, title, id.
  static func lines(of lessons: [Lesson]) -> [DisplayText] {
    let titles = lessons.map { DisplayText($0.title) }
    let width = titles.map(\.columns).max() ?? 0
    return zip(lessons, titles).map { lesson, title in
      DisplayText("\(lesson.number)").paddedLeft(to: 2) + "  " + title.padded(to: width)
        + DisplayText("\(lesson.minutes)").paddedLeft(to: 4) + " min  " + DisplayText(lesson.id)
    }
  }
}
