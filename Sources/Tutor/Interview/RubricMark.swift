public import Practice

/// What a learner's answer held of what a good answer holds, and how it is graded.
public struct RubricMark: Hashable, Sendable {
  /// The points that the answer had, by their places in the rubric.
  public var held: Set<Int>
  /// How many points the rubric has.
  public var count: Int
  /// The grade: by the points, or as the learner corrected it.
  public var grade: Grade

  /// A mark; without a grade the points decide it.
  public init(held: Set<Int>, of count: Int, grade: Grade? = nil) {
    self.held = held.filter { (0..<count).contains($0) }
    self.count = count
    self.grade = grade ?? Self.grade(held: self.held.count, of: count)
  }

  /// The grade that follows from the points.
  ///
  /// All of them are Good, at least half of them Hard, fewer Again. Easy is only for the learner to
  /// say: nothing that is ticked tells how much effort it took.
  ///
  /// - Parameters:
  ///   - held: How many points the answer had.
  ///   - count: How many there are.
  /// - Returns: The grade.
  public static func grade(held: Int, of count: Int) -> Grade {
    if held >= count { return .good }
    return held * 2 >= count ? .hard : .again
  }

  /// What a grade says of an answer, in a few words.
  public static func words(for grade: Grade) -> String {
    switch grade {
    case .again: "Again: not known"
    case .hard: "Hard: known in part"
    case .good: "Good: known"
    case .easy: "Easy: known at once"
    }
  }
}
