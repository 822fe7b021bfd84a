import PortKnowledge

/// What came of an action on an answer that is put together from several parts.
enum InputStep: Hashable, Sendable {
  /// It is still being put together.
  case open
  /// It is given.
  case given(Answer)
  /// It cannot be given yet, with a sentence that says what is missing.
  case refused(String)
}
