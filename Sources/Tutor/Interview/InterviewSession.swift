public import Curriculum
import PortKnowledge
import Practice

/// A mock interview: what is asked, what was answered, and when it is over.
///
/// A value without a clock: every call is told the time, in milliseconds since 1970-01-01 00:00 UTC.
/// The same plan, bank and recall ask the same questions, as long as the same is answered in time.
public struct InterviewSession: Sendable {
  /// A question that is over.
  public struct Result: Hashable, Sendable {
    /// What was asked.
    public var item: InterviewItem
    /// What the answer held; nil where the question was skipped.
    public var mark: RubricMark?
  }

  /// How many ports are asked for where an interview is about nothing else.
  public static let portCount = 5

  /// The question that is asked; nil once the interview is over.
  public private(set) var current: InterviewItem?
  /// What became of the questions up to now, in the order asked.
  public private(set) var results: [Result] = []
  /// When the interview ends; nil where it is not about time.
  public let endsAt: Int64?

  private let plan: InterviewPlan
  private let bank: LessonBank
  private let recall: [String: Double]
  private var generator: SeededGenerator
  private var pool: InterviewPool
  /// The ids of what was asked.
  private var asked: Set<String> = []
  /// What is asked next, before a new subject is opened.
  private var waiting: [InterviewItem] = []
  /// How many subjects were opened.
  private var openings = 0
  /// Which of them is how one port serves thousands of clients.
  private let onePortPlace: Int

  /// A mock interview that ends when its time is over or nothing is left to ask.
  ///
  /// It opens with a port, and the question how one port serves thousands of clients is the second or
  /// third subject, so that also a short one comes to both.
  ///
  /// - Parameters:
  ///   - plan: What it is to be like.
  ///   - bank: Where the questions come from.
  ///   - recall: The chance of recall of each card that was ever reviewed, by its id.
  ///   - milliseconds: Now.
  public init(
    _ plan: InterviewPlan, bank: LessonBank, recall: [String: Double], at milliseconds: Int64
  ) {
    self.init(plan, bank: bank, recall: recall, endsAt: milliseconds + Int64(plan.minutes) * 60_000)
    current = next()
  }

  /// One question and its follow-ups, without a clock.
  public init(
    asking question: InterviewQuestion, bank: LessonBank, recall: [String: Double], seed: UInt64
  ) {
    self.init(InterviewPlan(seed: seed), bank: bank, recall: recall, endsAt: nil)
    asked.insert(question.id)
    current = InterviewItem(question)
  }

  /// "What port does X use?" about so many services, without a clock.
  public init(askingPorts count: Int, recall: [String: Double], seed: UInt64) {
    self.init(InterviewPlan(seed: seed), bank: LessonBank(), recall: recall, endsAt: nil)
    for _ in 0..<max(0, count) {
      if let port = pool.nextPort() { waiting.append(port) }
    }
    current = next()
  }

  private init(
    _ plan: InterviewPlan, bank: LessonBank, recall: [String: Double], endsAt: Int64?
  ) {
    self.plan = plan
    self.bank = bank
    self.recall = recall
    self.endsAt = endsAt
    generator = SeededGenerator(seed: plan.seed)
    pool = InterviewPool(plan, bank: bank, recall: recall, using: &generator)
    onePortPlace =
      plan.minutes < Self.shortMinutes ? 1 : Int.random(in: 1...2, using: &generator)
  }

  /// The time that is left, in milliseconds; 0 once it is over, nil where it is not about time.
  public func millisecondsLeft(at milliseconds: Int64) -> Int64? {
    endsAt.map { max(0, $0 - milliseconds) }
  }

  /// Whether the current question is the last because the time is over.
  public func isOverTime(at milliseconds: Int64) -> Bool {
    millisecondsLeft(at: milliseconds) == 0
  }

  // MARK: Answering

  /// Takes what an answer to the current question held, and goes on.
  public mutating func answer(_ mark: RubricMark, at milliseconds: Int64) {
    guard let current else { return }
    results.append(Result(item: current, mark: mark))
    addFollowUps(of: current, grade: mark.grade)
    proceed(at: milliseconds)
  }

  /// Leaves the current question out; nothing follows it.
  public mutating func skip(at milliseconds: Int64) {
    guard let current else { return }
    results.append(Result(item: current, mark: nil))
    proceed(at: milliseconds)
  }

  /// Ends the interview before its time; the current question is left out.
  public mutating func end() {
    current = nil
  }

  private mutating func proceed(at milliseconds: Int64) {
    current = isOverTime(at: milliseconds) ? nil : next()
  }

  // MARK: Choosing

  private mutating func next() -> InterviewItem? {
    if !waiting.isEmpty { return waiting.removeFirst() }
    guard endsAt != nil else { return nil }
    let place = openings
    openings += 1
    if place % Self.portPeriod == 0, let port = pool.nextPort() { return taken(port) }
    if place == onePortPlace, !asked.contains(InterviewItem.onePortID),
      let question = bank.question(InterviewItem.onePortID)
    {
      return taken(InterviewItem(question))
    }
    // Not before its place: as what it is, it opens a subject.
    let reserved: Set<String> = place < onePortPlace ? [InterviewItem.onePortID] : []
    let topic = results.last?.item.question.topic
    return pool.next(except: asked.union(reserved), after: topic).map { taken(InterviewItem($0)) }
  }

  private mutating func taken(_ item: InterviewItem) -> InterviewItem {
    asked.insert(item.id)
    return item
  }

  /// Puts one or two follow-ups in line: one after a poor answer, and at most two in all.
  ///
  /// Those of the same topic come first, and among them the weakest. A follow-up has none of its own,
  /// so that an interview comes round to other subjects.
  private mutating func addFollowUps(of item: InterviewItem, grade: Grade) {
    guard item.followUpOf == nil else { return }
    let limit = Int.random(in: 1...2, using: &generator)
    // Kept for its own place, where it opens a subject.
    let reserved = endsAt != nil && openings <= onePortPlace ? InterviewItem.onePortID : nil
    let fitting = item.question.followUps.compactMap { bank.question($0) }.filter { question in
      !asked.contains(question.id) && plan.level.allowsFollowUp(question.level)
        && question.id != reserved
    }
    let ordered = fitting.map { question in
      (
        question: question, isElsewhere: question.topic != item.question.topic,
        recall: recall[InterviewItem(question).cardID] ?? 0
      )
    }.sorted { left, right in
      left.isElsewhere == right.isElsewhere
        ? left.recall < right.recall : !left.isElsewhere
    }
    for chosen in ordered.prefix(grade == .again ? 1 : limit) {
      waiting.append(taken(InterviewItem(chosen.question, followUpOf: item.question)))
    }
  }

  /// A shorter interview comes to its two fixed questions at once, in minutes.
  private static let shortMinutes = 10
  /// Each time after so many subjects a port is asked for.
  private static let portPeriod = 5
}
