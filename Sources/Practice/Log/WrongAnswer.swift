/// A question and what was answered wrongly.
public struct WrongAnswer: Hashable, Sendable {
  /// The question's id.
  public var itemID: String
  /// The answer as given.
  public var given: String

  /// A question and the answer it got.
  public init(itemID: String, given: String) {
    self.itemID = itemID
    self.given = given
  }
}
