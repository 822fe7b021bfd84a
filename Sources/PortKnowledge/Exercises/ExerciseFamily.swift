/// A kind of exercise that can be made endlessly from a seed.
public protocol ExerciseFamily: Sendable {
  /// The name on the command line and in question ids, for example `same-connection`.
  var id: String { get }
  /// The title in lists.
  var title: String { get }
  /// What is practised, in one sentence.
  var summary: String { get }
  /// The topic under which answers are counted.
  var topic: ExerciseTopic { get }
  /// Whether its exercises can be put to a running kernel; single ones may still have none.
  var asksKernel: Bool { get }

  /// The exercise of a seed: always the same one for the same seed and level.
  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise
}

extension ExerciseFamily {
  /// False: a family of the table or of arithmetic.
  public var asksKernel: Bool { false }

  /// The question of a seed's exercise.
  public func question(seed: UInt64, level: ExerciseLevel) -> Question {
    exercise(seed: seed, level: level).question
  }
}
