public import PortKnowledge

extension QuizPlan {
  /// Everything that the choice holds, each once and in order: how one crams before an exam.
  ///
  /// A port is asked for its number, and after all the others once more the other way round; a family
  /// gives one exercise; then come the questions of lessons. ``count`` does not matter.
  public func everything() -> [Question] {
    var generator = SeededGenerator(seed: seed)
    var questions: [Question] = []
    for topic in ExerciseTopic.allCases {
      if topic == .ports { questions += bothWays(tierCards, using: &generator) }
      questions += chosenFamilies(of: topic).map {
        $0.question(seed: generator.next(), level: level)
      }
    }
    for deck in decks { questions += bothWays(deck.cards, using: &generator) }
    var seen: Set<QuestionSubstance> = []
    return (questions + lessonQuestions).filter { seen.insert(QuestionSubstance($0)).inserted }
  }

  private func bothWays(
    _ cards: [PortDrillFamily.Card], using generator: inout SeededGenerator
  ) -> [Question] {
    PortDirection.allCases.flatMap { direction in
      cards.map { question(about: $0, direction, seed: generator.next()) }
    }
  }
}
