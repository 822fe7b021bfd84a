extension ExerciseCatalog {
  /// Families about errors and silence.
  static let errors: [any ExerciseFamily] = [
    WhichErrorFamily(), ErrorOrderFamily(), PortStateFamily(),
  ]
}
