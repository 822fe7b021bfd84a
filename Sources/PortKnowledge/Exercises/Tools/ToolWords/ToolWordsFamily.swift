/// What the tools call one and the same thing, and which of them to ask.
struct ToolWordsFamily: ExerciseFamily {
  let id = "tool-words"
  let title = "Translate between the tools"
  let summary = "Say one thing in the words of ss, netstat, lsof and /proc, and pick the command."
  let topic = ExerciseTopic.tools

  /// Five kinds of questions a level, dealt so that neighbours never are of one kind.
  private static let deck = SeededDeck(count: 5, salt: 0x70_DECC)

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = ToolDraw(seed: seed, level: level)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    switch (level, Self.deck.card(seed: seed)) {
    case (.easy, 0): return ListenersCommandExercise.made(id, &draw)
    case (.easy, 1): return OptionLetterExercise.made(id, &draw)
    case (.easy, 2): return StateNameExercise.made(id, &draw)
    case (.easy, 3): return WhichToolExercise.made(id, &draw)
    case (.easy, _): return OptionLettersExercise.made(id, &draw)
    case (.medium, 0): return TypeStateNameExercise.made(id, &draw)
    case (.medium, 1): return StateNamesExercise.made(id, &draw)
    case (.medium, 2): return LocalSideExercise.made(id, &draw)
    case (.medium, 3): return PortOwnerExercise.made(id, &draw)
    case (.medium, _): return WhichToolExercise.made(id, &draw)
    case (.hard, 0): return NetstatWildcardExercise.made(id, &draw)
    case (.hard, 1): return NetstatMappedExercise.made(id, &draw)
    case (.hard, 2): return GrepListenExercise.made(id, &draw)
    case (.hard, 3): return MissingProgramExercise.made(id, &draw)
    case (.hard, _): return AllToolsExercise.made(id, &draw)
    }
  }
}
