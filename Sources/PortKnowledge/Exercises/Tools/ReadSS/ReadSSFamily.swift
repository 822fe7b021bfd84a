/// Reading what ss prints: who listens where, who called whom, what waits and what leaks.
struct ReadSSFamily: ExerciseFamily {
  let id = "read-ss"
  let title = "Read what ss shows"
  let summary = "Say from the rows of ss who listens where, who called whom, and what waits."
  let topic = ExerciseTopic.tools
  let asksKernel = true

  /// Six kinds of questions a level, dealt so that neighbours never are of one kind.
  private static let deck = SeededDeck(count: 6, salt: 0x55_DECC)

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = ReadSSDraw(seed: seed, level: level)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    switch (level, Self.deck.card(seed: seed)) {
    case (.easy, 0): return WaitingExercise.made(id, &draw)
    case (.easy, 1), (.medium, 1): return ReachableExercise.made(id, &draw)
    case (.easy, 2): return OpenerExercise.made(id, &draw)
    case (.easy, 3): return RowFateExercise.made(id, &draw)
    case (.easy, 4): return LocalFormExercise.made(id, &draw)
    case (.easy, _): return QueueMeaningExercise.made(id, &draw)
    case (.medium, 0): return AcceptedExercise.made(id, &draw)
    case (.medium, 2): return OpenersExercise.made(id, &draw)
    case (.medium, 3): return ClientsExercise.made(id, &draw)
    case (.medium, 4): return LeakedRowsExercise.made(id, &draw)
    case (.medium, _): return QueueColumnsExercise.made(id, &draw)
    case (.hard, 0): return QueueRoomExercise.made(id, &draw)
    case (.hard, 1): return MappedPeerExercise.made(id, &draw)
    case (.hard, 2): return BothEndsExercise.made(id, &draw)
    case (.hard, 3): return HalfClosedExercise.made(id, &draw)
    case (.hard, 4): return FirstCloserExercise.made(id, &draw)
    case (.hard, _): return ReachTableExercise.made(id, &draw)
    }
  }
}
