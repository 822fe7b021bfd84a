public import Practice

extension MemoryReplay {
  /// The chance to recall each card that was ever reviewed, by its id.
  ///
  /// - Parameter day: A study day, in days since 1970-01-01.
  /// - Returns: Probabilities; a card that was never reviewed is not among them.
  public func recalls(on day: Int) -> [String: Double] {
    let readiness = Readiness(self)
    return Dictionary(
      uniqueKeysWithValues: cards.keys.map { ($0, readiness.recall(of: $0, on: day)) })
  }
}
