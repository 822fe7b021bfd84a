import Synchronization

/// Tells another thread to stop.
final class StopSign: Sendable {
  private let flag = Atomic(false)

  /// Whether it is to stop.
  var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Tells it to stop.
  func set() { flag.store(true, ordering: .relaxed) }
}
