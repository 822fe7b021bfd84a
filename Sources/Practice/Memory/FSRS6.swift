/// The sixth version of the Free Spaced Repetition Scheduler's model of memory.
///
/// Three quantities describe a card: its stability S in days, its difficulty D from 1 to 10, and
/// the retrievability R, the chance of recall after t days:
///
///     R = (1 + F · t / S)^(−w₂₀)   with F = 0.9^(−1 / w₂₀) − 1, so that R = 0.9 at t = S
///
/// The formulas are those of "The Algorithm" in the wiki of the project
/// (open-spaced-repetition/fsrs4anki), with the weights that its members fitted to several hundred
/// million reviews. A difficulty is kept from 1 to 10 and a stability from 0.001 to 36,500 days.
public struct FSRS6: MemoryModel, Hashable {
  /// The numbers that were fitted.
  public let weights: Weights

  /// The exponent of the curve, negative.
  private let decay: Double
  /// F in the curve's formula.
  private let factor: Double
  /// Where every difficulty slowly returns to: the first difficulty of Easy, not limited.
  private let difficultyGoal: Double
  /// How fast stability grows at all, e^w₈.
  private let growth: Double
  /// A lapse leaves no more than the stability divided by this, e^(w₁₇ w₁₈).
  private let lapseDivisor: Double

  /// The model with given weights; those that were published where none are given.
  public init(weights: Weights = .published) {
    self.weights = weights
    decay = -weights[20]
    factor = RealFunctions.pow(0.9, 1 / decay) - 1
    difficultyGoal = Self.firstDifficulty(.easy, weights)
    growth = RealFunctions.exp(weights[8])
    lapseDivisor = RealFunctions.exp(weights[17] * weights[18])
  }

  /// The memory that a card's first review leaves: one of the first four weights, and D₀.
  public func firstMemory(_ grade: Grade) -> MemoryState {
    Self.limited(
      stability: weights[grade.rawValue - 1], difficulty: Self.firstDifficulty(grade, weights))
  }

  /// The memory that another review leaves; on the same day by a formula of its own.
  public func memory(
    _ memory: MemoryState, after grade: Grade, elapsedDays: Int
  ) -> MemoryState {
    let stability: Double
    if elapsedDays < 1 {
      stability = sameDayStability(memory, after: grade)
    } else {
      let recall = retrievability(memory, elapsedDays: Double(elapsedDays))
      stability =
        grade == .again
        ? lapsedStability(memory, recall: recall)
        : recalledStability(memory, after: grade, recall: recall)
    }
    return Self.limited(
      stability: stability, difficulty: nextDifficulty(memory.difficulty, after: grade))
  }

  /// The chance to recall a card after some days, from 0 to 1.
  public func retrievability(_ memory: MemoryState, elapsedDays: Double) -> Double {
    RealFunctions.pow(1 + factor * max(elapsedDays, 0) / memory.stability, decay)
  }

  /// The days until the chance of recall has fallen to a wanted one, S / F · (r^(−1 / w₂₀) − 1).
  public func interval(_ memory: MemoryState, retention: Double) -> Double {
    // For the retention that stability is defined by the power is known already.
    let growth = retention == 0.9 ? factor : RealFunctions.pow(retention, 1 / decay) - 1
    return memory.stability / factor * growth
  }

  /// D₀ = w₄ − e^(w₅ (g − 1)) + 1, not limited.
  private static func firstDifficulty(_ grade: Grade, _ weights: Weights) -> Double {
    weights[4] - RealFunctions.exp(weights[5] * Double(grade.rawValue - 1)) + 1
  }

  /// D' = w₇ D₀(Easy) + (1 − w₇)(D − w₆ (g − 3)(10 − D)/9): the closer to 10, the smaller the step.
  private func nextDifficulty(_ difficulty: Double, after grade: Grade) -> Double {
    let step = -(weights[6] * Double(grade.rawValue - 3))
    let moved = difficulty + (10 - difficulty) * step / 9
    return weights[7] * difficultyGoal + (1 - weights[7]) * moved
  }

  /// S' = S · e^(w₁₇ (g − 3 + w₁₈)) · S^(−w₁₉), which shrinks a memory only after Again.
  private func sameDayStability(_ memory: MemoryState, after grade: Grade) -> Double {
    let increase =
      RealFunctions.exp(weights[17] * (Double(grade.rawValue - 3) + weights[18]))
      * RealFunctions.pow(memory.stability, -weights[19])
    return memory.stability * (grade == .again ? increase : max(increase, 1))
  }

  /// S' = S · (1 + e^w₈ · (11 − D) · S^(−w₉) · (e^(w₁₀ (1 − R)) − 1) · w₁₅ if Hard · w₁₆ if Easy).
  private func recalledStability(
    _ memory: MemoryState, after grade: Grade, recall: Double
  ) -> Double {
    let hardPenalty = grade == .hard ? weights[15] : 1
    let easyBonus = grade == .easy ? weights[16] : 1
    let increase =
      growth * (11 - memory.difficulty)
      * RealFunctions.pow(memory.stability, -weights[9])
      * (RealFunctions.exp((1 - recall) * weights[10]) - 1)
    return memory.stability * (1 + increase * hardPenalty * easyBonus)
  }

  /// S' = w₁₁ · D^(−w₁₂) · ((S + 1)^w₁₃ − 1) · e^(w₁₄ (1 − R)), at most S / e^(w₁₇ w₁₈).
  private func lapsedStability(_ memory: MemoryState, recall: Double) -> Double {
    let left =
      weights[11] * RealFunctions.pow(memory.difficulty, -weights[12])
      * (RealFunctions.pow(memory.stability + 1, weights[13]) - 1)
      * RealFunctions.exp((1 - recall) * weights[14])
    return min(left, memory.stability / lapseDivisor)
  }

  private static func limited(stability: Double, difficulty: Double) -> MemoryState {
    MemoryState(
      stability: min(max(stability, 0.001), 36_500), difficulty: min(max(difficulty, 1), 10))
  }
}
