public import PortKnowledge

/// Two things that a learner takes for each other: the one that was asked for and the one that was
/// answered.
public struct Confusion: Hashable, Sendable {
  /// What would have been right.
  public var right: String
  /// What was answered.
  public var given: String
  /// How often.
  public var count: Int

  /// A pair and its count.
  public init(right: String, given: String, count: Int) {
    self.right = right
    self.given = given
    self.count = count
  }

  /// The pairs that were confused most, the most frequent first, of equals the newest.
  ///
  /// Only what can be named by itself is counted: ports, services, errors, states and commands; the
  /// number of an option, of a row or of connections says nothing without its question.
  ///
  /// - Parameters:
  ///   - wrong: The wrong answers, the newest first.
  ///   - limit: How many pairs at most.
  ///   - question: Makes a question again from its id; nil where there is no such question any more.
  /// - Returns: The pairs.
  public static func counted(
    in wrong: [WrongAnswer], limit: Int = 5,
    question: (String) -> Question? = ExerciseCatalog.question(id:)
  ) -> [Confusion] {
    var counts: [ConfusedPair: Int] = [:]
    var order: [ConfusedPair] = []
    for answer in wrong {
      guard let pair = ConfusedPair(answer, question: question) else { continue }
      if counts[pair] == nil { order.append(pair) }
      counts[pair, default: 0] += 1
    }
    // Swift's sort is stable: of equals the one met first, the newest, stays in front.
    return order.map { Confusion(right: $0.right, given: $0.given, count: counts[$0] ?? 0) }
      .sorted { $0.count > $1.count }.prefix(max(0, limit)).map(\.self)
  }
}
