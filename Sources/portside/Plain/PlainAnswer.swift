import PortKnowledge

/// An answer given on the plain front end, for whoever keeps it.
struct PlainAnswer {
  /// What was asked.
  let question: Question
  /// What was said about the answer.
  let verdict: Verdict
  /// From showing the question to the answer, in milliseconds.
  let durationMilliseconds: Int
  /// Whether a hint was looked at.
  let usedHint: Bool
}
