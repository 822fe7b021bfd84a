/// How the kernel spreads what arrives over sockets that share a port.
struct LoadSpreadingFamily: ExerciseFamily {
  let id = "load-spreading"
  let title = "Who gets how much?"
  let summary = "Say how Linux spreads clients over sockets that share a port by SO_REUSEPORT."
  let topic = ExerciseTopic.delivery
  let asksKernel = true

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = CaseDraw(seed: seed, level: level, salt: 0x10AD)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    let card = SeededDeck(count: Self.cards(level), salt: 0x10AD).card(seed: seed)
    switch (level, card) {
    case (.easy, 0): return SpreadShareExercise(.tcp, from: &draw).exercise(id)
    case (.easy, 1): return SpreadShareExercise(.udp, from: &draw).exercise(id)
    case (.easy, _): return SpreadSourceExercise(from: &draw).exercise(id)
    case (.medium, 0): return SpreadClosingExercise(from: &draw).exercise(id)
    case (.medium, 1): return SpreadOptionsExercise(from: &draw).exercise(id)
    case (.medium, 2): return SpreadJoiningExercise(from: &draw).exercise(id)
    case (.medium, _): return SpreadBesideExercise(from: &draw).exercise(id)
    case (.hard, 0): return SpreadClosingExercise(from: &draw).exercise(id)
    case (.hard, 1): return SpreadFullExercise(from: &draw).exercise(id)
    case (.hard, 2): return SpreadBesideExercise(from: &draw).exercise(id)
    case (.hard, _): return SpreadStatementsExercise(from: &draw).exercise(id)
    }
  }

  /// How many kinds a level has; the hard one has two shares of statements.
  private static func cards(_ level: ExerciseLevel) -> Int {
    switch level {
    case .easy: 3
    case .medium: 4
    case .hard: 5
    }
  }
}
