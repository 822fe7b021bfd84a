/// What the learner predicted beside what the kernel then showed.
public struct PredictionOutcome: Hashable, Sendable {
  /// What is said about one of the options, whether it was chosen or not.
  public struct Option: Hashable, Sendable {
    /// What can be chosen.
    public var text: String
    /// Whether the kernel showed this.
    public var isRight: Bool
    /// What is said to whoever chose it.
    public var explanation: String

    /// An option with the kernel's verdict.
    public init(text: String, isRight: Bool, explanation: String) {
      self.text = text
      self.isRight = isRight
      self.explanation = explanation
    }
  }

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
  /// Why the kernel does this, as it is said to somebody who made no prediction.
  public var reason: String
  /// What every option would have been told, in the question's order.
  ///
  /// A recording judges with it the predictions of those who see it later.
  public var options: [Option]

  /// Prediction and measurement; without a `reason` of its own the explanation is it.
  public init(
    questionID: String, given: String?, measured: String, isCorrect: Bool?, explanation: String,
    reason: String? = nil, options: [Option] = []
  ) {
    self.questionID = questionID
    self.given = given
    self.measured = measured
    self.isCorrect = isCorrect
    self.explanation = explanation
    self.reason = reason ?? explanation
    self.options = options
  }

  /// The same measurement beside another prediction.
  ///
  /// An answer that is none of the options counts as no prediction.
  public func settled(for answer: Answer?) -> PredictionOutcome {
    var outcome = self
    if case .choice(let index) = answer, options.indices.contains(index) {
      outcome.given = options[index].text
      outcome.isCorrect = options[index].isRight
      outcome.explanation = options[index].explanation
    } else {
      outcome.given = nil
      outcome.isCorrect = nil
      outcome.explanation = reason
    }
    return outcome
  }
}
