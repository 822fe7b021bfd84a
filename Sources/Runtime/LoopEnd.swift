/// Why the event loop ended.
public enum LoopEnd: Hashable, Sendable {
  /// The learner left.
  case quit
  /// A signal asked for it; its number.
  case signal(Int32)
  /// The terminal is gone.
  case hungUp
}
