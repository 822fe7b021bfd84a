import Curriculum
import PortKnowledge
import Practice

/// The questions that an interview may open a subject with, in the order in which they are worth
/// asking.
struct InterviewPool: Sendable {
  /// The questions of each level that takes a turn.
  private var rows: [[InterviewQuestion]]
  /// Whose turn it is.
  private var turn = 0
  /// The services whose ports were not asked for yet, the next one first.
  private var services: [Service]

  /// Everything that fits a plan.
  init(
    _ plan: InterviewPlan, bank: LessonBank, recall: [String: Double],
    using generator: inout SeededGenerator
  ) {
    rows = []
    for level in plan.level.levels {
      let fitting = bank.interview.filter { question in
        question.level == level && (plan.topics.isEmpty || plan.topics.contains(question.topic))
      }
      rows.append(
        Self.ordered(
          fitting, recall: { recall[InterviewItem($0).cardID] }, using: &generator))
    }
    // The ports of the core come first and take turns with those that interviews add to them.
    let tiers: [Service.Tier] = plan.level == .basic ? [.core] : [.core, .interview]
    services = Self.inTurns(
      tiers.map { tier in
        Self.ordered(
          InterviewItem.services.filter { $0.tier == tier },
          recall: { recall[StudyCard(.port($0, .number)).id] }, using: &generator)
      })
  }

  /// The next question that was not asked, of another topic than the last one where there is such.
  ///
  /// - Parameters:
  ///   - asked: The ids of the questions that were asked.
  ///   - topic: The topic of the latest question.
  /// - Returns: The question; nil where none is left.
  mutating func next(except asked: Set<String>, after topic: String?) -> InterviewQuestion? {
    for offset in rows.indices {
      let index = (turn + offset) % rows.count
      let left = rows[index].filter { !asked.contains($0.id) }
      rows[index] = left
      guard let question = left.first(where: { $0.topic != topic }) ?? left.first else { continue }
      turn = index + 1
      return question
    }
    return nil
  }

  /// A port that was not asked for yet in this interview; nil where none is left.
  mutating func nextPort() -> InterviewItem? {
    guard let service = services.first else { return nil }
    services.removeFirst()
    return InterviewItem(portOf: service)
  }

  /// Weak and fresh ones in turns, then what is remembered well, the weaker first.
  ///
  /// An interview of nothing but old gaps would frighten, and one of nothing but new questions would
  /// leave the gaps open.
  private static func ordered<Element>(
    _ elements: [Element], recall: (Element) -> Double?, using generator: inout SeededGenerator
  ) -> [Element] {
    var fresh: [Element] = []
    var met: [(element: Element, recall: Double)] = []
    for element in elements.shuffled(using: &generator) {
      if let recall = recall(element) {
        met.append((element, recall))
      } else {
        fresh.append(element)
      }
    }
    met.sort { $0.recall < $1.recall }
    let weak = met.filter { $0.recall < strongRecall }.map(\.element)
    let strong = met.filter { $0.recall >= strongRecall }.map(\.element)
    return inTurns([weak, fresh]) + strong
  }

  /// One of each row after the other, until all rows are at their ends.
  private static func inTurns<Element>(_ rows: [[Element]]) -> [Element] {
    (0..<(rows.map(\.count).max() ?? 0)).flatMap { index in
      rows.compactMap { index < $0.count ? $0[index] : nil }
    }
  }

  /// From this chance of recall on a question is not weak.
  private static let strongRecall = 0.9
}
