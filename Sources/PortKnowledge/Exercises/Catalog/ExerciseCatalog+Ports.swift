extension ExerciseCatalog {
  /// Families about port numbers.
  static let ports: [any ExerciseFamily] = [
    PortServiceFamily(), SecureTwinFamily(), ClassifyPortFamily(),
  ]
}
