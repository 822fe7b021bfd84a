/// A review as it is kept, before the log has given it a row.
public struct ReviewRecord: Hashable, Sendable {
  /// The card's id.
  public var cardID: String
  /// How well it was remembered.
  public var grade: Grade
  /// From showing the card to the answer, in milliseconds.
  public var durationMilliseconds: Int
  /// When, in milliseconds since 1970-01-01 00:00 UTC.
  public var reviewedAt: Int64
  /// The learner's zone at that moment, in seconds east of UTC.
  public var zoneOffset: Int
  /// The hour at which the learner's study day began then, from 0 to 23.
  public var rolloverHour: Int

  /// A review with every column.
  public init(
    cardID: String, grade: Grade, durationMilliseconds: Int, reviewedAt: Int64, zoneOffset: Int,
    rolloverHour: Int
  ) {
    self.cardID = cardID
    self.grade = grade
    self.durationMilliseconds = durationMilliseconds
    self.reviewedAt = reviewedAt
    self.zoneOffset = zoneOffset
    self.rolloverHour = rolloverHour
  }

  /// The review in its row of the log.
  public func review(row: Int64) -> Review {
    Review(
      row: row, cardID: cardID, grade: grade, milliseconds: reviewedAt, zoneOffset: zoneOffset,
      rolloverHour: rolloverHour)
  }
}
