public import PortKnowledge

extension QuizPlan {
  /// The questions of a quiz in the order in which they are asked.
  ///
  /// Topics, decks and lessons take turns in an order that comes from the seed, and so do the
  /// families within a topic. A longer quiz begins with the questions of a shorter one. Nothing is
  /// asked twice, unless a family has hardly any different exercises.
  public func questions() -> [Question] {
    var generator = SeededGenerator(seed: seed)
    var groups = groups(shuffledBy: &generator)
    groups.shuffle(using: &generator)
    var questions: [Question] = []
    var asked: Set<QuestionSubstance> = []
    var turn = 0
    while questions.count < count, !groups.isEmpty {
      turn %= groups.count
      if let question = groups[turn].next(besides: &asked, using: &generator) {
        questions.append(question)
        turn += 1
      } else {
        groups.remove(at: turn)
      }
    }
    return questions
  }

  /// What takes turns: each topic with its families and ports, each deck, the lessons.
  private func groups(shuffledBy generator: inout SeededGenerator) -> [QuizGroup] {
    var groups: [QuizGroup] = []
    for topic in ExerciseTopic.allCases {
      var strands: [QuizStrand] = chosenFamilies(of: topic).map { .family($0, level) }
      if topic == .ports, asksTiers { strands.append(ports(tierCards, shuffledBy: &generator)) }
      groups.append(QuizGroup(strands.shuffled(using: &generator)))
    }
    for deck in decks { groups.append(QuizGroup([ports(deck.cards, shuffledBy: &generator)])) }
    let lessons = lessonQuestions.shuffled(using: &generator)
    groups.append(QuizGroup([.questions(lessons[...])]))
    return groups
  }

  /// Every port in one direction, and then every port in the other one.
  private func ports(
    _ cards: [PortDrillFamily.Card], shuffledBy generator: inout SeededGenerator
  ) -> QuizStrand {
    let first = cards.shuffled(using: &generator).map { card in
      (card, Bool.random(using: &generator) ? PortDirection.number : .service)
    }
    let second = first.shuffled(using: &generator).map { card, direction in
      (card, direction == .number ? PortDirection.service : .number)
    }
    let questions = (first + second).map { card, direction in
      question(about: card, direction, seed: generator.next())
    }
    return .questions(questions[...])
  }

  /// A port's question with the aids of its deck: chosen at the easy level, typed above it.
  func question(
    about card: PortDrillFamily.Card, _ direction: PortDirection, seed: UInt64
  ) -> Question {
    var question = direction.question(about: card.service, seed: seed, isChosen: level == .easy)
    if !card.aids.isEmpty {
      question.explanation += " To remember it: " + card.aids.joined(separator: " ")
    }
    return question
  }
}
