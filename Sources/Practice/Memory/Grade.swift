/// How well a card was remembered, as the learner or the program judged it.
public enum Grade: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Forgotten, or answered wrongly.
  case again = 1
  /// Remembered with great effort.
  case hard
  /// Remembered.
  case good
  /// Remembered at once.
  case easy

  /// Whether the lower grade is on the left.
  public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
}
