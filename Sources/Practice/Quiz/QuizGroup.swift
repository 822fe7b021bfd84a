import PortKnowledge

/// Strands of one topic that take turns.
struct QuizGroup {
  private var strands: [QuizStrand]
  private var turn = 0

  init(_ strands: [QuizStrand]) {
    self.strands = strands
  }

  /// The next question of the strand whose turn it is; nil once all have run out.
  mutating func next(
    besides asked: inout Set<QuestionSubstance>, using generator: inout SeededGenerator
  ) -> Question? {
    while !strands.isEmpty {
      turn %= strands.count
      if let question = strands[turn].next(besides: &asked, using: &generator) {
        turn += 1
        return question
      }
      strands.remove(at: turn)
    }
    return nil
  }
}
