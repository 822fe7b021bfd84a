/// Why an experiment could not be built on this machine.
struct ExperimentObstacle: Error {
  /// One sentence.
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
