import Curriculum
import PortKnowledge

/// A page of a lesson: one idea, one question, or the end.
enum LessonPage: Hashable, Sendable {
  /// What is to be read, and the demo that it ends with.
  case reading(title: String, blocks: [LessonBlock], demo: String?)
  /// A question to answer in place.
  case question(title: String, Question)
  /// The lesson in a few lines, what to say in an interview, the sources.
  case ending

  /// The questions of a lesson alone, for somebody who knows the rest.
  static func questionPages(of lesson: Lesson) -> [LessonPage] {
    pages(of: lesson).filter { if case .reading = $0 { false } else { true } }
  }

  /// The pages of a lesson: a question stands alone, and a demo ends a page.
  static func pages(of lesson: Lesson) -> [LessonPage] {
    lesson.sections.flatMap { section in
      var pages: [LessonPage] = []
      var blocks: [LessonBlock] = []
      func turn(demo: String? = nil) {
        guard !blocks.isEmpty || demo != nil else { return }
        pages.append(.reading(title: section.title, blocks: blocks, demo: demo))
        blocks = []
      }
      for block in section.blocks {
        switch block {
        case .question(let question):
          turn()
          pages.append(.question(title: section.title, question))
        case .demo(let id):
          turn(demo: id)
        default:
          blocks.append(block)
        }
      }
      turn()
      return pages
    } + [.ending]
  }
}
