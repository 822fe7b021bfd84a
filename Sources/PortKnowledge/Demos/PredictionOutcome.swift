/// What the learner predicted beside what the kernel then showed.
public struct PredictionOutcome: Hashable, Sendable {
  /// The question's id, under which the answer is kept.
  public var questionID: String
  /// The prediction in words; nil where the learner looked without predicting.
  public var given: String?
  /// What the kernel showed, in words.
  public var measured: String
  /// Whether they agree; nil without a prediction.
  public var isCorrect: Bool?
  /// Why the kernel does this, in one or two sentences; for a wrong prediction also why it is wrong.
  public var explanation: String

  /// Prediction and measurement.
  public init(
    questionID: String, given: String?, measured: String, isCorrect: Bool?, explanation: String
  ) {
    self.questionID = questionID
    self.given = given
    self.measured = measured
    self.isCorrect = isCorrect
    self.explanation = explanation
  }
}
