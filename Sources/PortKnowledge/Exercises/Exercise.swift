/// A generated exercise: what is asked, the whole case behind it, and how a kernel can be asked.
public struct Exercise: Hashable, Sendable {
  /// What the learner is asked, with the answer and its reasons.
  public var question: Question
  /// Every socket, option, state, packet and call of the case.
  ///
  /// Complete enough for another program to build the case again.
  public var data: CaseValue
  /// The calls by which a kernel decides the case; nil where it is a table's or arithmetic's.
  public var experiment: Experiment?

  /// An exercise with all its parts.
  public init(question: Question, data: CaseValue, experiment: Experiment? = nil) {
    self.question = question
    self.data = data
    self.experiment = experiment
  }
}
