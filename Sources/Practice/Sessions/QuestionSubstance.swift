import PortKnowledge

/// What makes two questions the same to a learner: the id, which may hold a seed, does not count.
struct QuestionSubstance: Hashable {
  private let prompt: String
  private let figure: [MarkedText]

  init(_ question: Question) {
    prompt = question.prompt
    figure = question.figure
  }
}
