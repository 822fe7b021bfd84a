/// How hard an exercise is.
public enum ExerciseLevel: Int, Hashable, Sendable, CaseIterable, Codable, Comparable {
  /// The plain case.
  case easy = 1
  /// The classic confusions.
  case medium = 2
  /// Rare numbers and several changes at once.
  case hard = 3

  /// Easier before harder.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
