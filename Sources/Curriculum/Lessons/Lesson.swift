public import PortKnowledge

/// A lesson: what it is called and its sections in reading order.
public struct Lesson: Hashable, Sendable {
  /// The id under which progress is kept, for example `the-5-tuple`: never changes once shipped.
  public var id: String
  /// The number in the course, from 1.
  public var number: Int
  /// The title.
  public var title: String
  /// The question of a curious person that it answers.
  public var question: String
  /// How long it takes, in minutes.
  public var minutes: Int
  /// Its sections, one idea each.
  public var sections: [LessonSection]
  /// What to say in an interview, in two sentences.
  public var interview: String
  /// The lesson in about five lines.
  public var summary: [String]
  /// Where its facts come from: RFC with section, man page, measurement.
  public var sources: [String]

  /// What a teacher wants to know; nil where the author left it out.
  public var teacher: TeacherNotes?

  /// A lesson with all its parts.
  public init(
    id: String, number: Int, title: String, question: String, minutes: Int,
    sections: [LessonSection], interview: String, summary: [String], sources: [String],
    teacher: TeacherNotes? = nil
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.question = question
    self.minutes = minutes
    self.sections = sections
    self.interview = interview
    self.summary = summary
    self.sources = sources
    self.teacher = teacher
  }

  /// Every question of the lesson, in reading order.
  public var questions: [Question] {
    sections.flatMap(\.blocks).compactMap {
      if case .question(let question) = $0 { question } else { nil }
    }
  }

  /// The ids of the demos that it opens, in reading order.
  public var demos: [String] {
    sections.flatMap(\.blocks).compactMap { if case .demo(let id) = $0 { id } else { nil } }
  }
}
