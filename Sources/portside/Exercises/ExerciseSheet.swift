import PortKnowledge

/// Some exercises of a family in a row, and what the kernel made of them where it was asked.
struct ExerciseSheet {
  /// An exercise and the kernel's word on it.
  struct Entry {
    /// The seed from which it is made again.
    let seed: UInt64
    let exercise: Exercise
    /// Nil where the kernel was not asked.
    let report: ExperimentReport?
  }

  let family: any ExerciseFamily
  let level: ExerciseLevel
  let entries: [Entry]

  /// The exercises of consecutive seeds, the first one given; after the last seed comes 0.
  init(
    family: any ExerciseFamily, level: ExerciseLevel, seed: UInt64, count: Int, isVerified: Bool
  ) {
    self.family = family
    self.level = level
    entries = (0..<UInt64(count)).map { offset in
      let seed = seed &+ offset
      let exercise = family.exercise(seed: seed, level: level)
      let id = ExerciseID(family: family.id, level: level, seed: seed)
      return Entry(
        seed: seed, exercise: exercise,
        report: isVerified && family.asksKernel ? KernelQuestions.report(on: id) : nil)
    }
  }

  /// How many exercises the kernel decides otherwise.
  var disagreements: Int { entries.count { $0.report?.disagreements.isEmpty == false } }
}
