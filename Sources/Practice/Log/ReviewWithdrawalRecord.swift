/// Says that a review of the log was taken back.
///
/// Rows of the log are never changed or removed, so this is a row of its own. It names the review by
/// its card and its moment, which hold on every machine that the log is merged with.
public struct ReviewWithdrawalRecord: Hashable, Sendable {
  /// The card's id.
  public var cardID: String
  /// When the review took place, in milliseconds since 1970-01-01 00:00 UTC.
  public var reviewedAt: Int64

  /// Names a review by its parts.
  public init(cardID: String, reviewedAt: Int64) {
    self.cardID = cardID
    self.reviewedAt = reviewedAt
  }

  /// Names a review.
  public init(of review: ReviewRecord) {
    self.init(cardID: review.cardID, reviewedAt: review.reviewedAt)
  }
}
