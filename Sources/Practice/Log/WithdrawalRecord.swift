/// Says that an answer in the log does not count: the running kernel decided otherwise than the
/// exercise.
///
/// Rows of the log are never changed or removed, so this is a row of its own. It names the answer
/// by its item and its moment.
public struct WithdrawalRecord: Hashable, Sendable {
  /// The question's id.
  public var itemID: String
  /// When the answer was given, in milliseconds since 1970-01-01 00:00 UTC.
  public var answeredAt: Int64

  /// Names an answer by its parts.
  public init(itemID: String, answeredAt: Int64) {
    self.itemID = itemID
    self.answeredAt = answeredAt
  }

  /// Names an answer.
  public init(of answer: AnswerRecord) {
    self.init(itemID: answer.itemID, answeredAt: answer.answeredAt)
  }
}
