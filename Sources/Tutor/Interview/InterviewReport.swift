public import Curriculum
import PortKnowledge
import Practice

/// What an interview showed: strengths, gaps, and what closes each gap.
public struct InterviewReport: Sendable {
  /// The points of one topic.
  public struct Topic: Hashable, Sendable {
    /// The topic.
    public var name: String
    /// How many points the answers had.
    public var held: Int
    /// How many points there were.
    public var count: Int
    /// How many questions were answered.
    public var questions: Int

    /// The topic's title as it is shown.
    public var title: String { InterviewReport.title(ofTopic: name) }
    /// How many of the points the answers had, in words.
    public var points: String { InterviewReport.points(held, of: count) }
    /// The share of the points, from 0 to 1.
    public var share: Double { count == 0 ? 0 : Double(held) / Double(count) }
  }

  /// A question whose answer was not complete, and what closes the gap.
  public struct Gap: Hashable, Sendable {
    /// The question.
    public var item: InterviewItem
    /// The points that the answer did not have.
    public var missing: [String]
    /// Lessons that teach it, the best first.
    public var lessons: [Lesson]
    /// What shows it on the learner's own kernel.
    public var proof: Proof { item.question.proof }
  }

  /// The topics in which something was answered, in the order in which they were met.
  public private(set) var topics: [Topic] = []
  /// The questions that were not answered completely, the worst first.
  public private(set) var gaps: [Gap] = []
  /// How many questions were skipped.
  public private(set) var skipped = 0
  /// How many questions were answered.
  public private(set) var answered = 0

  /// What some results show.
  ///
  /// - Parameters:
  ///   - results: What became of the questions.
  ///   - guide: Where the lessons are found.
  public init(_ results: [InterviewSession.Result], guide: LessonGuide) {
    var found: [(gap: Gap, share: Double)] = []
    for result in results {
      guard let mark = result.mark else {
        skipped += 1
        continue
      }
      answered += 1
      let question = result.item.question
      add(mark, to: question.topic)
      let missing = question.rubric.indices.filter { !mark.held.contains($0) }
      guard !missing.isEmpty || mark.grade == .again else { continue }
      let gap = Gap(
        item: result.item, missing: missing.map { question.rubric[$0] },
        lessons: guide.lessons(for: result.item))
      found.append((gap, mark.count == 0 ? 0 : Double(mark.held.count) / Double(mark.count)))
    }
    gaps = found.sorted { $0.share < $1.share }.map(\.gap)
  }

  /// All points of all topics.
  public var total: (held: Int, count: Int) {
    topics.reduce((0, 0)) { ($0.0 + $1.held, $0.1 + $1.count) }
  }

  /// The topics with at least three quarters of their points, the best first.
  public var strengths: [Topic] {
    topics.filter { $0.share >= Self.strongShare }.sorted { $0.share > $1.share }
  }

  /// The other topics, the weakest first.
  public var weaknesses: [Topic] {
    topics.filter { $0.share < Self.strongShare }.sorted { $0.share < $1.share }
  }

  /// What to do next: each lesson and each proof once, those that close most gaps first.
  ///
  /// - Returns: Lessons and proofs with the number of gaps that each closes.
  public var remedies: [(remedy: Remedy, gaps: Int)] {
    var order: [Remedy] = []
    var counts: [Remedy: Int] = [:]
    for gap in gaps {
      let lesson = gap.lessons.first.map { [Remedy.lesson($0)] } ?? []
      for remedy in lesson + [.proof(gap.proof)] {
        if counts[remedy] == nil { order.append(remedy) }
        counts[remedy, default: 0] += 1
      }
    }
    // Swift's sort is stable: equals stay in the order of the gaps, the worst first.
    return order.map { ($0, counts[$0] ?? 0) }.sorted { $0.1 > $1.1 }
  }

  private mutating func add(_ mark: RubricMark, to topic: String) {
    let index =
      topics.firstIndex { $0.name == topic }
      ?? {
        topics.append(Topic(name: topic, held: 0, count: 0, questions: 0))
        return topics.count - 1
      }()
    topics[index].held += mark.held.count
    topics[index].count += mark.count
    topics[index].questions += 1
  }

  /// So many points out of so many, in words.
  public static func points(_ held: Int, of count: Int) -> String {
    "\(held) of \(count) \(count == 1 ? "point" : "points")"
  }

  /// The title of a topic of the bank.
  public static func title(ofTopic name: String) -> String {
    if let topic = ExerciseTopic(rawValue: name) { return topic.title }
    return switch name {
    case "sockets": "Sockets"
    case "limits": "Limits and queues"
    default: name
    }
  }

  private static let strongShare = 0.75
}
