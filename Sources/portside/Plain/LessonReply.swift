/// What came of a question inside a lesson.
enum LessonReply: Hashable {
  /// It was answered right, or wrong.
  case answered(isRight: Bool)
  /// It was left out.
  case skipped
  /// The learner wants to stop, or the input has ended.
  case ended
}
