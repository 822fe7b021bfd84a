extension ExerciseCatalog {
  /// Families about bind() and listen().
  static let binding: [any ExerciseFamily] = [
    BindPairFamily(), BindManyFamily(), ListenAgainFamily(), PortZeroFamily(),
  ]
}
