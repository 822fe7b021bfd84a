import Practice

/// A model so simple that a test can count with it: each review adds the days since the last one.
struct LinearModel: MemoryModel, Equatable {
  func firstMemory(_ grade: Grade) -> MemoryState {
    MemoryState(stability: 1, difficulty: Double(grade.rawValue))
  }

  func memory(_ memory: MemoryState, after grade: Grade, elapsedDays: Int) -> MemoryState {
    MemoryState(
      stability: memory.stability + Double(elapsedDays), difficulty: Double(grade.rawValue))
  }

  func retrievability(_ memory: MemoryState, elapsedDays: Double) -> Double {
    max(1 - 0.1 * elapsedDays / memory.stability, 0)
  }

  func interval(_ memory: MemoryState, retention: Double) -> Double {
    memory.stability * (1 - retention) / 0.1
  }
}
