public import PortKnowledge

/// A block of a lesson.
public enum LessonBlock: Hashable, Sendable {
  /// Running text.
  case paragraph([LessonInline])
  /// A list; numbered where `isOrdered`. Each item is running text.
  case list(items: [[LessonInline]], isOrdered: Bool)
  /// Commands or program text, set as it is; `language` may be empty.
  case code(lines: [String], language: String)
  /// A drawing made of text, set as it is.
  case drawing(lines: [String])
  /// A table of running text.
  case table(header: [[LessonInline]], rows: [[[LessonInline]]])
  /// A claim to think about, or a quotation.
  case quote([LessonInline])
  /// A question to answer in place.
  case question(Question)
  /// A demo to open in place, by its id.
  case demo(id: String)
  /// Exercises of a family to do in place, by the family's id.
  case exercise(family: String, level: ExerciseLevel)
}
