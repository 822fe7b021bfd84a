public import PortKnowledge

/// A demo that is under way, live or recorded: the same words steer both.
///
/// All methods may be called from any thread and at any time: a command that nobody waits for is
/// ignored.
public protocol RunningDemo: Sendable {
  /// Starts the first step; a second call does nothing.
  func start()
  /// Goes on to the next step, where the demo waits for that.
  func proceed()
  /// Gives a prediction, or nil to look without one, where the demo waits for it.
  func answer(_ answer: Answer?)
  /// Leaves the demo.
  func stop()
  /// Waits until the demo has ended.
  func waitUntilEnded()
}
