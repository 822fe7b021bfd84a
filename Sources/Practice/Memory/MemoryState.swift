/// What a memory model knows of one card's memory.
public struct MemoryState: Hashable, Sendable {
  /// How long the memory lasts: the days after which the chance of recall has fallen to 90 %.
  public var stability: Double
  /// How hard the card is for this learner, from 1 to 10.
  public var difficulty: Double

  /// A memory with these two values, in days and on the scale from 1 to 10.
  public init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }
}
