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

  /// The exercise of a seed: always the same one for the same seed and level.
  func question(seed: UInt64, level: ExerciseLevel) -> Question
}
