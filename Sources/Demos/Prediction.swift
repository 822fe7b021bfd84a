import PortKnowledge

/// A question before a step, whose right answer is measured after it.
///
/// The question is made with the answer that the rules give. Right is what the kernel then shows:
/// an outcome that the rules did not foresee is told as it is.
struct Prediction: Sendable {
  /// An answer that can be chosen.
  struct Option: Sendable {
    /// What is measured where this is right, for example `7`.
    var value: String
    /// What is chosen.
    var text: String
    /// Why it is right, or why it is wrong.
    var explanation: String
  }

  /// What the kernel showed.
  struct Measurement: Sendable {
    /// The value to compare with the options'.
    var value: String
    /// The same in words.
    var text: String
  }

  /// The id under which the answer is kept; never changes.
  var id: String
  /// The topic for statistics.
  var topic: String
  /// What is asked.
  var prompt: @Sendable (DemoStage) -> String
  /// What can be chosen.
  var options: [Option]
  /// The value that the rules give.
  var expected: String
  /// Why the kernel does this.
  var explanation: String
  /// Looks at what the kernel shows after the work.
  var measure: @Sendable (DemoStage) throws -> Measurement

  /// The question as it is asked.
  func question(_ stage: DemoStage) -> Question {
    Question(
      id: id, topic: topic, prompt: prompt(stage),
      kind: .chooseOne(
        options.map {
          Question.Option($0.text, isRight: $0.value == expected, explanation: $0.explanation)
        }),
      explanation: explanation)
  }

  /// Prediction and kernel side by side.
  ///
  /// An answer that is none of the options counts as no prediction.
  func outcome(_ answer: Answer?, _ measured: Measurement) -> PredictionOutcome {
    let reason =
      measured.value == expected
      ? explanation
      : "That is not what the rules of Linux foresee; something on this machine is different."
    return PredictionOutcome(
      questionID: id, given: nil, measured: measured.text, isCorrect: nil, explanation: reason,
      options: options.map { option in
        let isRight = option.value == measured.value
        let own = isRight || option.value == expected ? [] : [option.explanation]
        return PredictionOutcome.Option(
          text: option.text, isRight: isRight,
          explanation: (own + [reason]).joined(separator: " "))
      }
    ).settled(for: answer)
  }
}
