extension ExerciseCatalog {
  /// Families about 5-tuples and how many of them there can be.
  static let tuples: [any ExerciseFamily] = [
    SameConnectionFamily(), DifferingFieldFamily(), CountConnectionsFamily(),
    NATTableFamily(),
  ]
}
