/// Says that an answer of the log was given in a quiz, and at which place.
///
/// It names the answer by its item and its moment, as ``WithdrawalRecord`` does.
public struct QuizPlaceRecord: Hashable, Sendable {
  /// When the quiz began, in milliseconds since 1970-01-01 00:00 UTC: what its answers have in common.
  public var quizStartedAt: Int64
  /// The question's place in the quiz, from 1.
  public var position: Int
  /// How many questions the quiz had.
  public var count: Int
  /// The question's id.
  public var itemID: String
  /// When the answer was given, in milliseconds since 1970-01-01 00:00 UTC.
  public var answeredAt: Int64

  /// A place from its parts.
  public init(
    quizStartedAt: Int64, position: Int, count: Int, itemID: String, answeredAt: Int64
  ) {
    self.quizStartedAt = quizStartedAt
    self.position = position
    self.count = count
    self.itemID = itemID
    self.answeredAt = answeredAt
  }
}
