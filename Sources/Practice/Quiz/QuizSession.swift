public import PortKnowledge

/// A quiz from its first question to its result, and the wrong ones once more after it.
///
/// It has no clock: every call tells it the time, in milliseconds since any fixed moment.
public struct QuizSession: Hashable, Sendable {
  /// Where the quiz stands.
  public enum Phase: Hashable, Sendable {
    /// A question waits for its answer.
    case asking
    /// The answer just given is judged; ``next(at:)`` goes on.
    case told(Verdict)
    /// The score is settled; ``askAgain(at:)`` asks what was not right once more.
    case scored
    /// A question that was not right waits for another answer.
    case askingAgain
    /// The answer of the second round is judged; ``next(at:)`` goes on.
    case toldAgain(Verdict)
    /// Nothing is left.
    case finished
  }

  /// The questions in the order in which they are asked.
  public let questions: [Question]
  /// Whether each answer is judged at once.
  public let isToldAtOnce: Bool
  /// How long the first round may take, in milliseconds; nil for as long as one likes.
  public let limitMilliseconds: Int64?
  /// Where the quiz stands.
  public private(set) var phase: Phase
  /// What became of the questions up to now, in the order asked.
  public private(set) var items: [QuizResult.Item] = []
  /// Whether the time ended the quiz.
  public private(set) var isTimeOver = false
  /// The positions that still wait for a right answer in the second round, the next one first.
  public private(set) var waiting: [Int] = []
  /// When the quiz would have begun had no explanation been read in between.
  private var start: Int64
  /// When the current question was shown, or its verdict.
  private var shown: Int64

  /// A quiz that begins now.
  ///
  /// - Parameters:
  ///   - questions: What is asked.
  ///   - limitMilliseconds: How long the first round may take; nil for as long as one likes.
  ///   - isToldAtOnce: Whether each answer is judged at once; otherwise all are at the end.
  ///   - now: The time, in milliseconds.
  public init(
    questions: [Question], limitMilliseconds: Int64? = nil, isToldAtOnce: Bool = false,
    at now: Int64
  ) {
    self.questions = questions
    self.limitMilliseconds = limitMilliseconds
    self.isToldAtOnce = isToldAtOnce
    phase = questions.isEmpty ? .finished : .asking
    start = now
    shown = now
  }

  /// A quiz after a plan, that begins now.
  public init(_ plan: QuizPlan, at now: Int64) {
    self.init(
      questions: plan.questions(), limitMilliseconds: plan.limitMilliseconds,
      isToldAtOnce: plan.isToldAtOnce, at: now)
  }

  // MARK: What is asked

  /// The place of the question that is asked or was just judged, from 0; nil where there is none.
  public var position: Int? {
    switch phase {
    case .asking: items.count
    case .told: items.count - 1
    case .askingAgain, .toldAgain: waiting.first
    case .scored, .finished: nil
    }
  }

  /// The question that is asked or was just judged.
  public var current: Question? { position.map { questions[$0] } }

  /// Whether the first round is over, so that nothing changes the score any more.
  public var isScored: Bool {
    switch phase {
    case .asking, .told: false
    case .scored, .askingAgain, .toldAgain, .finished: true
    }
  }

  /// What is left of the time, in milliseconds; nil without a limit and once the score is settled.
  ///
  /// It stands while an explanation is read.
  public func remainingMilliseconds(at now: Int64) -> Int64? {
    guard let limitMilliseconds, !isScored else { return nil }
    let clock = if case .told = phase { shown } else { now }
    return max(0, limitMilliseconds - max(0, clock - start))
  }

  /// The score so far, with the questions that were not reached.
  public var result: QuizResult {
    let rest = questions[items.count...].map { QuizResult.Item($0, .notReached) }
    return QuizResult(items: items + rest, isTimeOver: isTimeOver)
  }

  // MARK: Answering

  /// Tells the time, which may end the first round; what was asked is then not reached.
  public mutating func tick(at now: Int64) {
    guard phase == .asking, remainingMilliseconds(at: now) == 0 else { return }
    isTimeOver = true
    phase = .scored
  }

  /// Answers the current question.
  ///
  /// - Returns: What is to be said about it, now or at the end; nil where the time is over or nothing
  ///   is asked, because the answer then does not count.
  public mutating func answer(_ answer: Answer, at now: Int64) -> Verdict? {
    tick(at: now)
    switch phase {
    case .asking:
      let question = questions[items.count]
      let verdict = question.verdict(on: answer)
      items.append(
        QuizResult.Item(
          question, verdict.isCorrect ? .right : .wrong, verdict: verdict,
          milliseconds: max(0, now - shown)))
      shown = now
      if isToldAtOnce { phase = .told(verdict) } else { goOn() }
      return verdict
    case .askingAgain:
      guard let question = current else { return nil }
      let verdict = question.verdict(on: answer)
      shown = now
      phase = .toldAgain(verdict)
      return verdict
    case .told, .scored, .toldAgain, .finished:
      return nil
    }
  }

  /// Leaves the current question without an answer; in the second round it comes once more.
  public mutating func skip(at now: Int64) {
    tick(at: now)
    switch phase {
    case .asking:
      items.append(
        QuizResult.Item(questions[items.count], .skipped, milliseconds: max(0, now - shown)))
      shown = now
      goOn()
    case .askingAgain:
      waiting.append(waiting.removeFirst())
      shown = now
    case .told, .scored, .toldAgain, .finished:
      break
    }
  }

  /// Goes on after an answer was judged.
  public mutating func next(at now: Int64) {
    switch phase {
    case .told:
      // Reading an explanation costs no time.
      start += max(0, now - shown)
      goOn()
    case .toldAgain(let verdict):
      let position = waiting.removeFirst()
      if !verdict.isCorrect { waiting.append(position) }
      phase = waiting.isEmpty ? .finished : .askingAgain
    case .asking, .scored, .askingAgain, .finished:
      return
    }
    shown = now
  }

  /// Ends the first round before its last question: the others are not reached.
  public mutating func stop() {
    if !isScored { phase = .scored }
  }

  /// Begins the second round: everything wrong or skipped, until it is right.
  public mutating func askAgain(at now: Int64) {
    guard phase == .scored else { return }
    waiting = items.indices.filter { items[$0].outcome != .right }
    shown = now
    phase = waiting.isEmpty ? .finished : .askingAgain
  }

  private mutating func goOn() {
    phase = items.count < questions.count ? .asking : .scored
  }
}
