extension ExerciseCatalog {
  /// Families about what the tools show.
  static let tools: [any ExerciseFamily] = [
    ReadSSFamily(),
    ProcLineFamily(),
    SocketFilterFamily(),
    ToolWordsFamily(),
  ]
}
