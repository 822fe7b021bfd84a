import PortKnowledge
import Practice

extension PlainQuiz {
  /// Asks a question of a lesson where it stands, without a session's heading and score.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - onAnswer: Takes the answer as soon as it is given; a skipped question has none.
  /// - Returns: What came of it.
  func reply(to question: Question, onAnswer: (PlainAnswer) -> Void) -> LessonReply {
    var session = PracticeSession(questions: [question])
    show(question)
    guard ask(question, in: &session, onAnswer: onAnswer) else { return .ended }
    guard session.score.answered > 0 else { return .skipped }
    return .answered(isRight: session.score.correct > 0)
  }
}
