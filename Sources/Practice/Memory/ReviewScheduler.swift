public import PortKnowledge

/// Decides after each review when the card is asked again.
///
/// A new card passes the learning steps, minutes apart, before its first interval of days; a
/// forgotten one passes the relearning steps. The steps are those of the reference implementation
/// py-fsrs 6, except that days are the learner's study days and not spans of 24 hours.
public struct ReviewScheduler<Model: MemoryModel>: Sendable {
  /// How memory grows and fades.
  public let model: Model
  /// What the learner chose.
  public let settings: ScheduleSettings

  /// A scheduler from its parts.
  public init(model: Model, settings: ScheduleSettings = ScheduleSettings()) {
    self.model = model
    self.settings = settings
  }

  /// Where a card stands after a review.
  ///
  /// - Parameters:
  ///   - card: Where it stood before; nil for a card that was never reviewed.
  ///   - review: The review.
  /// - Returns: The card's new state.
  public func next(_ card: CardMemory?, after review: Review) -> CardMemory {
    next(card, after: review.grade, seconds: review.seconds, day: review.day)
  }

  /// Where a card stands after a review, with an interval that is a little longer or shorter, so
  /// that cards learned together do not come back together for ever.
  ///
  /// - Parameters:
  ///   - card: Where it stood before; nil for a card that was never reviewed.
  ///   - review: The review.
  ///   - generator: Where chance comes from; a seeded one makes the same schedule again.
  /// - Returns: The card's new state.
  public func next(
    _ card: CardMemory?, after review: Review, fuzz generator: inout SeededGenerator
  ) -> CardMemory {
    var next = next(card, after: review.grade, seconds: review.seconds, day: review.day)
    if next.phase == .review {
      let range = IntervalFuzz.range(
        around: interval(next.memory), maximum: settings.maximumInterval)
      next.due = .day(next.lastDay + Int.random(in: range, using: &generator))
    }
    return next
  }

  /// The days until a memory has fallen to the desired retention.
  ///
  /// - Parameter memory: The memory that a review left.
  /// - Returns: Whole days, half of one rounded to the even number, from 1 to the longest interval.
  public func interval(_ memory: MemoryState) -> Int {
    let days = model.interval(memory, retention: settings.desiredRetention)
      .rounded(.toNearestOrEven)
    // Limited before it is made an integer: a model may answer anything.
    return days >= 1 ? Int(min(days, Double(settings.maximumInterval))) : 1
  }

  /// Where a card stands after a review at a moment of a study day.
  func next(_ card: CardMemory?, after grade: Grade, seconds: Int64, day: Int) -> CardMemory {
    let memory =
      card.map { model.memory($0.memory, after: grade, elapsedDays: $0.elapsedDays(on: day)) }
      ?? model.firstMemory(grade)
    let (phase, wait) = step(from: card?.phase ?? .learning(step: 0), grade: grade)
    let moment = seconds.addingReportingOverflow(Int64(wait))
    let isLapse = card?.phase == .review && grade == .again
    return CardMemory(
      phase: phase, memory: memory, lastSeconds: seconds, lastDay: day,
      due: phase == .review
        ? .day(day + interval(memory)) : .moment(moment.overflow ? .max : moment.partialValue),
      reviewCount: (card?.reviewCount ?? 0) + 1,
      lapseCount: (card?.lapseCount ?? 0) + (isLapse ? 1 : 0))
  }

  /// The phase that follows, and the wait in seconds where it is a step.
  private func step(
    from phase: CardMemory.Phase, grade: Grade
  ) -> (phase: CardMemory.Phase, wait: Int) {
    switch phase {
    case .learning(let step):
      guard let next = Self.step(after: step, of: settings.learningSteps, grade: grade) else {
        return (.review, 0)
      }
      return (.learning(step: next.step), next.wait)
    case .relearning(let step):
      guard let next = Self.step(after: step, of: settings.relearningSteps, grade: grade) else {
        return (.review, 0)
      }
      return (.relearning(step: next.step), next.wait)
    case .review:
      guard grade == .again, let wait = settings.relearningSteps.first else {
        return (.review, 0)
      }
      return (.relearning(step: 0), wait)
    }
  }

  /// The next of some steps and its wait in seconds; nil once they are passed.
  ///
  /// A card may stand at a step that newer settings no longer have.
  private static func step(
    after step: Int, of steps: [Int], grade: Grade
  ) -> (step: Int, wait: Int)? {
    guard let first = steps.first, grade == .again || steps.indices.contains(step) else {
      return nil
    }
    switch grade {
    case .again: return (0, first)
    case .hard where step > 0: return (step, steps[step])
    case .hard: return (0, steps.count == 1 ? first * 3 / 2 : (first + steps[1]) / 2)
    case .good:
      return steps.indices.contains(step + 1) ? (step + 1, steps[step + 1]) : nil
    case .easy: return nil
    }
  }
}

extension ReviewScheduler: Equatable where Model: Equatable {}
extension ReviewScheduler: Hashable where Model: Hashable {}
