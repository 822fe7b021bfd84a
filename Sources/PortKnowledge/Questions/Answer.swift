/// What a learner answered.
public enum Answer: Hashable, Sendable {
  /// One option, by its index from 0.
  case choice(Int)
  /// Several options, by their indices from 0.
  case choices(Set<Int>)
  /// A typed text.
  case text(String)
  /// Steps in order, by their indices from 0 as they were shown.
  case order([Int])
  /// What each blank of a table is filled with, row by row: the index of a choice from 0.
  case cells([Int])
}
