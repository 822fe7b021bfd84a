import PortKnowledge

/// What the making of a family's exercises costs.
struct ExerciseCost {
  /// How many exercises of each level are made.
  static let exercisesPerLevel: UInt64 = 2000

  /// The family's id.
  let family: String
  /// The middle one of the costs, in microseconds.
  let median: Double
  /// The greatest of the costs, in microseconds.
  let worst: Double

  /// Makes the exercises of a family on every level.
  ///
  /// Each is made twice and the cheaper time counts, so that other programs of the machine are in
  /// the result less often.
  init(of family: any ExerciseFamily) {
    var costs: [Double] = []
    var written = 0
    for level in ExerciseLevel.allCases {
      for seed in 0..<Self.exercisesPerLevel {
        let cost = Self.microseconds {
          written += family.exercise(seed: seed, level: level).question.prompt.utf8.count
        }
        let again = Self.microseconds {
          written += family.exercise(seed: seed, level: level).question.prompt.utf8.count
        }
        costs.append(min(cost, again))
      }
    }
    costs.sort()
    self.family = family.id
    // The sum is used, so that nothing of the work can be left out.
    median = written > 0 ? costs[costs.count / 2] : 0
    worst = costs.last ?? 0
  }

  /// What a fixed piece of work costs on this machine, in microseconds: the median of many times.
  ///
  /// 10,000 numbers of the generator that every exercise uses. Costs divided by it can be compared
  /// between machines.
  static func reference() -> Double {
    var sum: UInt64 = 0
    var costs = (0..<501).map { seed in
      microseconds {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<10_000 { sum ^= generator.next() }
      }
    }
    costs.sort()
    return sum == 0 ? 0 : costs[costs.count / 2]
  }

  private static func microseconds(_ work: () -> Void) -> Double {
    ContinuousClock().measure(work) / .microseconds(1)
  }
}
