/// One answer as it is kept: a row that is only ever added.
public struct AnswerRecord: Hashable, Sendable {
  /// Where the answer was given.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A question inside a lesson.
    case lesson
    /// A generated exercise.
    case exercise
    /// A prediction before a step of a demo.
    case prediction
  }

  /// The question's id.
  public var itemID: String
  /// The topic for statistics.
  public var topic: String
  /// Where it was given.
  public var kind: Kind
  /// Whether it was right.
  public var isCorrect: Bool
  /// The answer as given.
  public var given: String
  /// From showing the question to the answer, in milliseconds.
  public var durationMilliseconds: Int
  /// Whether a hint was looked at.
  public var usedHint: Bool
  /// When, in milliseconds since 1970-01-01 00:00 UTC.
  public var answeredAt: Int64
  /// The learner's zone at that moment, in seconds east of UTC.
  public var zoneOffset: Int

  /// A row with every column.
  public init(
    itemID: String, topic: String, kind: Kind, isCorrect: Bool, given: String,
    durationMilliseconds: Int, usedHint: Bool, answeredAt: Int64, zoneOffset: Int
  ) {
    self.itemID = itemID
    self.topic = topic
    self.kind = kind
    self.isCorrect = isCorrect
    self.given = given
    self.durationMilliseconds = durationMilliseconds
    self.usedHint = usedHint
    self.answeredAt = answeredAt
    self.zoneOffset = zoneOffset
  }
}
