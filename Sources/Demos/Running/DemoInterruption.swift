/// Why a demo ends before its last step.
enum DemoInterruption: Error, Hashable {
  /// The learner left it.
  case left
  /// The kernel showed something else than it must; the sentence says what.
  case failed(String)
}
