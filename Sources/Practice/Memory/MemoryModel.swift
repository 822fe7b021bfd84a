/// A theory of how a memory grows and fades, without a clock and without a memory of its own.
///
/// The log of reviews is what is kept; the states are counted from it. So a better model is a new
/// type that conforms to this protocol, and a replay of the log with it.
public protocol MemoryModel: Sendable {
  /// The memory that a card's first review leaves.
  func firstMemory(_ grade: Grade) -> MemoryState

  /// The memory that another review leaves.
  ///
  /// - Parameters:
  ///   - memory: The memory that the review before left.
  ///   - grade: How well the card was remembered.
  ///   - elapsedDays: Whole study days since the review before; 0 on the same day, never negative.
  /// - Returns: The new state.
  func memory(_ memory: MemoryState, after grade: Grade, elapsedDays: Int) -> MemoryState

  /// The chance to recall a card, from 0 to 1.
  ///
  /// - Parameters:
  ///   - memory: The memory that the latest review left.
  ///   - elapsedDays: Days since that review.
  /// - Returns: A probability.
  func retrievability(_ memory: MemoryState, elapsedDays: Double) -> Double

  /// The time until the chance of recall has fallen to a wanted one.
  ///
  /// - Parameters:
  ///   - memory: The memory that the latest review left.
  ///   - retention: The wanted chance of recall, above 0 and below 1.
  /// - Returns: Days, neither rounded nor limited.
  func interval(_ memory: MemoryState, retention: Double) -> Double
}
