extension ExerciseCatalog {
  /// Families about TCP states.
  static let states: [any ExerciseFamily] = [CloseHistoryFamily(), SegmentsFamily()]
}
