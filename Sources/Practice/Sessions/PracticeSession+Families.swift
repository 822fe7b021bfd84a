public import PortKnowledge

extension PracticeSession {
  /// A session of generated exercises that is the same for the same families, level and seed.
  ///
  /// The families take turns, in an order that comes from the seed, so two questions in a row come
  /// from different families wherever there is more than one. A question is asked twice only where
  /// a family gives hardly any different ones.
  ///
  /// - Parameters:
  ///   - families: The kinds of exercises to draw from; without any, the session has no questions.
  ///   - level: How hard the exercises are.
  ///   - seed: The session's seed, from which each question's own is derived.
  ///   - count: How many questions are asked.
  public init(
    families: [any ExerciseFamily], level: ExerciseLevel, seed: UInt64, count: Int
  ) {
    var generator = SeededGenerator(seed: seed)
    let turns = families.shuffled(using: &generator)
    var questions: [Question] = []
    var asked: Set<QuestionSubstance> = []
    for position in 0..<(turns.isEmpty ? 0 : max(count, 0)) {
      let family = turns[position % turns.count]
      var question = family.question(seed: generator.next(), level: level)
      var attempts = 1
      while asked.contains(QuestionSubstance(question)), attempts < Self.attemptLimit {
        question = family.question(seed: generator.next(), level: level)
        attempts += 1
      }
      asked.insert(QuestionSubstance(question))
      questions.append(question)
    }
    self.init(questions: questions)
  }

  /// After so many draws a repeated question is taken: its family has no other at hand.
  private static let attemptLimit = 16
}
