import PortKnowledge

/// A source of questions for a quiz.
enum QuizStrand {
  /// Exercises that never run out.
  case family(any ExerciseFamily, ExerciseLevel)
  /// Questions of which each is asked once.
  case questions(ArraySlice<Question>)

  /// After so many draws a repeated exercise is taken: its family has no other at hand.
  private static let attemptLimit = 16

  /// The next question that was not asked yet, which then counts as asked; nil where there is none.
  mutating func next(
    besides asked: inout Set<QuestionSubstance>, using generator: inout SeededGenerator
  ) -> Question? {
    switch self {
    case .family(let family, let level):
      var question = family.question(seed: generator.next(), level: level)
      var attempts = 1
      while asked.contains(QuestionSubstance(question)), attempts < Self.attemptLimit {
        question = family.question(seed: generator.next(), level: level)
        attempts += 1
      }
      asked.insert(QuestionSubstance(question))
      return question
    case .questions(var rest):
      var found: Question?
      while found == nil, let question = rest.popFirst() {
        if asked.insert(QuestionSubstance(question)).inserted { found = question }
      }
      self = .questions(rest)
      return found
    }
  }
}
