extension ExerciseCatalog {
  /// Families about calls and what they return.
  static let calls: [any ExerciseFamily] = [
    CallOrderFamily(), MessagesFamily(), AcceptBacklogFamily(),
  ]
}
