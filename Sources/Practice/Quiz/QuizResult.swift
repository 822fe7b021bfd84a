public import PortKnowledge

/// What a quiz has come to: how much was right, and only then how fast.
public struct QuizResult: Hashable, Sendable {
  /// What became of a question.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The first answer was right.
    case right
    /// The first answer was wrong.
    case wrong
    /// It was left without an answer.
    case skipped
    /// The quiz ended before it.
    case notReached = "not reached"
  }

  /// A question and what became of it.
  public struct Item: Hashable, Sendable {
    /// What was asked.
    public var question: Question
    /// What became of it.
    public var outcome: Outcome
    /// What is said about the answer; nil where there was none.
    public var verdict: Verdict?
    /// From showing the question to its answer or to leaving it, in milliseconds.
    public var milliseconds: Int64

    init(
      _ question: Question, _ outcome: Outcome, verdict: Verdict? = nil, milliseconds: Int64 = 0
    ) {
      self.question = question
      self.outcome = outcome
      self.verdict = verdict
      self.milliseconds = milliseconds
    }
  }

  /// How a topic went.
  public struct Topic: Hashable, Sendable {
    /// The topic as it stands in the questions.
    public var name: String
    /// How many of its questions were right.
    public var right: Int
    /// How many of its questions the quiz had.
    public var count: Int
  }

  /// Every question of the quiz in its order.
  public let items: [Item]
  /// Whether the time ended it.
  public let isTimeOver: Bool

  init(items: [Item], isTimeOver: Bool) {
    self.items = items
    self.isTimeOver = isTimeOver
  }

  /// How many questions the quiz had.
  public var count: Int { items.count }

  /// How many questions came to something.
  public func count(of outcome: Outcome) -> Int {
    items.count { $0.outcome == outcome }
  }

  /// How many first answers were right.
  public var right: Int { count(of: .right) }

  /// The right ones of all, in percent, rounded; 100 only where all are right, 0 only where none is.
  public var percent: Int {
    guard right > 0 else { return 0 }
    return right == count ? 100 : min(99, max(1, (right * 100 + count / 2) / count))
  }

  /// The median time of the right answers, in milliseconds; nil without one.
  ///
  /// Wrong answers do not count: guessing fast is nothing to be proud of.
  public var medianMilliseconds: Int64? {
    let times = items.filter { $0.outcome == .right }.map(\.milliseconds).sorted()
    guard !times.isEmpty else { return nil }
    let upper = times[times.count / 2]
    let lower = times[(times.count - 1) / 2]
    return lower + (upper - lower) / 2
  }

  /// How each topic went, in the order in which they came up.
  public var topics: [Topic] {
    var topics: [Topic] = []
    for item in items {
      let name = item.question.topic
      let isRight = item.outcome == .right
      if let index = topics.firstIndex(where: { $0.name == name }) {
        topics[index].count += 1
        topics[index].right += isRight ? 1 : 0
      } else {
        topics.append(Topic(name: name, right: isRight ? 1 : 0, count: 1))
      }
    }
    return topics
  }

  /// What was wrong or skipped, in the order asked: what the second round asks.
  public var missed: [Item] {
    items.filter { $0.outcome == .wrong || $0.outcome == .skipped }
  }
}
