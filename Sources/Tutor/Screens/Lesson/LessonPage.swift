import Curriculum
import PortKnowledge

/// A page of a lesson: one idea, one question, or the end.
enum LessonPage: Hashable, Sendable {
  /// What is to be read, and what can be opened at its end.
  case reading(title: String, blocks: [LessonBlock], opening: Opening?)
  /// A question to answer in place.
  case question(title: String, Question)
  /// The lesson in a few lines, what to say in an interview, the sources.
  case ending

  /// What a page opens in place.
  enum Opening: Hashable, Sendable {
    /// A demo, by its id.
    case demo(String)
    /// Exercises of a family.
    case exercise(family: String, level: ExerciseLevel)
  }

  /// The questions of a lesson alone, for somebody who knows the rest.
  static func questionPages(of lesson: Lesson) -> [LessonPage] {
    pages(of: lesson).filter { if case .reading = $0 { false } else { true } }
  }

  /// The pages of a lesson: a question stands alone, and what can be opened ends a page.
  static func pages(of lesson: Lesson) -> [LessonPage] {
    lesson.sections.flatMap { section in
      var pages: [LessonPage] = []
      var blocks: [LessonBlock] = []
      func turn(_ opening: Opening? = nil) {
        guard !blocks.isEmpty || opening != nil else { return }
        pages.append(.reading(title: section.title, blocks: blocks, opening: opening))
        blocks = []
      }
      for block in section.blocks {
        switch block {
        case .question(let question):
          turn()
          pages.append(.question(title: section.title, question))
        case .demo(let id):
          turn(.demo(id))
        case .exercise(let family, let level):
          turn(.exercise(family: family, level: level))
        default:
          blocks.append(block)
        }
      }
      turn()
      return pages
    } + [.ending]
  }
}
