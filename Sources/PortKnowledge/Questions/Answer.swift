/// What a learner answered.
public enum Answer: Hashable, Sendable {
  /// One option, by its index from 0.
  case choice(Int)
  /// Several options, by their indices from 0.
  case choices(Set<Int>)
  /// A typed text.
  case text(String)
}
