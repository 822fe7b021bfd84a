/// What a session has come to.
public struct SessionScore: Hashable, Sendable {
  /// Right at the first answer, hints or not.
  public var correct = 0
  /// Of those, right without looking at a hint.
  public var correctWithoutHint = 0
  /// Answered wrongly.
  public var wrong = 0
  /// Left without an answer.
  public var skipped = 0

  /// Right and wrong ones together.
  public var answered: Int { correct + wrong }

  /// The score of the questions that are over.
  init(_ results: [PracticeSession.Result]) {
    for result in results {
      if result.isSkipped {
        skipped += 1
      } else if result.isCorrect {
        correct += 1
        correctWithoutHint += result.hintCount == 0 ? 1 : 0
      } else {
        wrong += 1
      }
    }
  }
}
