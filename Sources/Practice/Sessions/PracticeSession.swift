public import PortKnowledge

/// A run through a number of questions: which one is asked, what was answered, and the score.
///
/// A value without a clock or randomness of its own: the same seed gives the same questions, and
/// the same answers give the same score.
public struct PracticeSession: Hashable, Sendable {
  /// Where the current question stands.
  public enum Phase: Hashable, Sendable {
    /// It waits for an answer.
    case asking
    /// It was answered, and this is said about it; ``next()`` goes on.
    case answered(Verdict)
    /// No question is left.
    case finished
  }

  /// What became of a question that is over.
  public struct Result: Hashable, Sendable {
    /// What was asked.
    public var question: Question
    /// What was said about the answer; nil where the question was skipped.
    public var verdict: Verdict?
    /// How many hints were looked at.
    public var hintCount: Int

    /// Whether the answer was right.
    public var isCorrect: Bool { verdict?.isCorrect == true }
    /// Whether there was no answer.
    public var isSkipped: Bool { verdict == nil }
  }

  /// The questions in the order in which they are asked.
  public let questions: [Question]
  /// What became of the questions up to now, in the order asked, with the current one once it is
  /// answered.
  public private(set) var results: [Result] = []
  /// Where the current question stands.
  public private(set) var phase: Phase
  /// How many of the current question's hints are shown.
  public private(set) var hintCount = 0

  /// A session over given questions, for example a lesson's.
  public init(questions: [Question]) {
    self.questions = questions
    phase = questions.isEmpty ? .finished : .asking
  }

  /// The question that is asked or was just answered; nil once the session is finished.
  public var current: Question? {
    phase == .finished ? nil : questions[position]
  }

  /// The current question's number from 0; the number of questions once the session is finished.
  public var position: Int {
    if case .answered = phase { results.count - 1 } else { results.count }
  }

  /// Whether no question is left.
  public var isFinished: Bool { phase == .finished }

  /// The score of the questions that are over.
  public var score: SessionScore { SessionScore(results) }

  /// The questions that were answered wrongly, in the order asked.
  public var mistakes: [Result] {
    results.filter { !$0.isCorrect && !$0.isSkipped }
  }

  /// The hints shown for the current question.
  public var shownHints: [String] {
    Array((current?.hints ?? []).prefix(hintCount))
  }

  /// Answers the current question and says what is right or wrong about it.
  ///
  /// Only the first answer to a question counts: after it the same verdict comes back. Nil once the
  /// session is finished.
  @discardableResult
  public mutating func answer(_ answer: Answer) -> Verdict? {
    switch phase {
    case .finished: return nil
    case .answered(let verdict): return verdict
    case .asking:
      let question = questions[position]
      let verdict = question.verdict(on: answer)
      results.append(Result(question: question, verdict: verdict, hintCount: hintCount))
      phase = .answered(verdict)
      return verdict
    }
  }

  /// Goes on to the next question after an answer; does nothing while a question waits for one.
  public mutating func next() {
    guard case .answered = phase else { return }
    goOn()
  }

  /// Leaves the current question without an answer; does nothing once it is answered.
  public mutating func skip() {
    guard phase == .asking else { return }
    results.append(Result(question: questions[position], verdict: nil, hintCount: hintCount))
    goOn()
  }

  /// Shows the current question's right answer; the question then counts as left out.
  ///
  /// An answer that was shown is not one that was given. Nil unless the question waits for one.
  @discardableResult
  public mutating func reveal() -> Verdict? {
    guard phase == .asking, let question = current else { return nil }
    let verdict = question.verdict(on: question.rightAnswer)
    results.append(Result(question: question, verdict: nil, hintCount: hintCount))
    phase = .answered(verdict)
    return verdict
  }

  /// Takes the answer just given out of the score, because the question turned out to be wrong.
  public mutating func withdrawAnswer() {
    guard case .answered = phase, !results.isEmpty else { return }
    results[results.count - 1].verdict = nil
  }

  /// Goes back to the question that was answered or left out last, and asks it again.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public mutating func takeBack() -> Bool {
    guard !results.isEmpty else { return false }
    results.removeLast()
    hintCount = 0
    phase = .asking
    return true
  }

  /// Shows one more hint of the current question and returns it.
  ///
  /// Nil when there is none left, or the question does not wait for an answer.
  @discardableResult
  public mutating func takeHint() -> String? {
    guard phase == .asking, let hints = current?.hints, hintCount < hints.count else { return nil }
    hintCount += 1
    return hints[hintCount - 1]
  }

  private mutating func goOn() {
    hintCount = 0
    phase = results.count < questions.count ? .asking : .finished
  }
}
