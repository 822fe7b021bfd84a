/// What is said about an answer.
public struct Verdict: Hashable, Sendable {
  /// Something said about one option.
  public struct Remark: Hashable, Sendable {
    /// The option's number from 1 as shown, or the typed text.
    public var label: String
    /// Why it is right or wrong.
    public var text: String
    /// Lines that point at what decides; often empty.
    public var figure: [MarkedText]

    /// A label, its reason and its figure.
    public init(label: String, text: String, figure: [MarkedText] = []) {
      self.label = label
      self.text = text
      self.figure = figure
    }
  }

  /// Whether the answer is right.
  public var isCorrect: Bool
  /// The answer as it is kept in the log and shown, for example `2` or `995`.
  public var given: String
  /// The right answer in the same form.
  public var right: String
  /// Why the given answer is wrong: one remark for each wrongly chosen or wrongly left option.
  public var mistakes: [Remark]
  /// Why the right answer is right.
  public var explanation: String
  /// Why each other wrong option, which was not chosen, is wrong.
  public var others: [Remark]

  /// A verdict with all its parts.
  public init(
    isCorrect: Bool, given: String, right: String, mistakes: [Remark], explanation: String,
    others: [Remark]
  ) {
    self.isCorrect = isCorrect
    self.given = given
    self.right = right
    self.mistakes = mistakes
    self.explanation = explanation
    self.others = others
  }
}
