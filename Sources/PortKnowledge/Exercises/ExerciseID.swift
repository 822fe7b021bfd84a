/// What makes a generated exercise again: its family, level and seed.
///
/// Written `same-connection/2/12345`, which is the id of the question.
public struct ExerciseID: Hashable, Sendable, CustomStringConvertible {
  /// The family's id.
  public var family: String
  /// The level.
  public var level: ExerciseLevel
  /// The seed.
  public var seed: UInt64

  /// An id of its parts.
  public init(family: String, level: ExerciseLevel, seed: UInt64) {
    self.family = family
    self.level = level
    self.seed = seed
  }

  /// The id that a text holds, or nil where it is not of the form `FAMILY/LEVEL/SEED`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty,
      let level = Int(parts[1]).flatMap(ExerciseLevel.init(rawValue:)),
      let seed = UInt64(parts[2])
    else { return nil }
    self.init(family: String(parts[0]), level: level, seed: seed)
  }

  /// `FAMILY/LEVEL/SEED`.
  public var description: String { "\(family)/\(level.rawValue)/\(seed)" }
}
