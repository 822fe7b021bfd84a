/// A question of an interview, with what a good answer holds.
public struct InterviewQuestion: Hashable, Sendable, Identifiable {
  /// How deep a question goes.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// Asked of everybody.
    case basic
    /// Asked of those who work with networks.
    case core
    /// Asked of those who say that they know it well.
    case deep
  }

  /// The id under which answers are kept, for example `iv-one-port-thousands`: never changes.
  public var id: String
  /// How deep it goes.
  public var level: Level
  /// What it is about.
  public var topic: String
  /// What the interviewer asks.
  public var question: String
  /// An answer as one would say it.
  public var answer: String
  /// What a good answer holds, point by point.
  public var rubric: [String]
  /// What shows that the answer is true, on the learner's own kernel.
  public var proof: Proof
  /// The ids of the questions that an interviewer asks next.
  public var followUps: [String]

  /// A question with all its parts.
  public init(
    id: String, level: Level, topic: String, question: String, answer: String,
    rubric: [String], proof: Proof, followUps: [String]
  ) {
    self.id = id
    self.level = level
    self.topic = topic
    self.question = question
    self.answer = answer
    self.rubric = rubric
    self.proof = proof
    self.followUps = followUps
  }
}
