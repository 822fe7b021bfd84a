extension MemoryReplay where Model == FSRS6 {
  /// Replays a log with this model.
  ///
  /// It does what the initializer for any model does. A long log is replayed at every start, and a
  /// call from another module of code for any model goes through tables of functions; this one is
  /// compiled for the model alone.
  ///
  /// - Parameters:
  ///   - log: The reviews, in any order; they count in the order of their rows.
  ///   - scheduler: Who decides when a card is asked again.
  public init(_ log: [Review], scheduler: ReviewScheduler<FSRS6>) {
    self.init(log, scheduler: scheduler, fuzzSeed: nil)
  }
}
