import PortKnowledge
import Sockets
import Synchronization

/// What the learner told a running demo, handed from their thread to the demo's.
///
/// A command counts only while the demo waits for it: one that comes too early, too late or twice
/// changes nothing.
final class DemoControl: Sendable {
  /// What a demo may wait for.
  enum Expectation: Hashable {
    /// Nothing: it works.
    case nothing
    /// A prediction.
    case answer
    /// The word to go on.
    case proceed
  }

  private struct State {
    var expectation = Expectation.nothing
    var answer: Answer?
    var isStopped = false
    var waker: Waker?
  }

  private let state = Mutex(State())

  /// From the demo's thread: what wakes it.
  func wake(through waker: Waker) {
    state.withLock { $0.waker = waker }
  }

  /// From the demo's thread: a command of this kind counts from now on.
  ///
  /// To be called before the demo says that it waits, or the answer to that would come too early.
  func expect(_ expectation: Expectation) {
    state.withLock {
      $0.expectation = expectation
      $0.answer = nil
    }
  }

  /// Whether what was expected has come.
  var isAnswered: Bool { state.withLock { $0.expectation == .nothing } }

  /// The last prediction; nil where the learner looked without predicting.
  var answer: Answer? { state.withLock { $0.answer } }

  /// Whether the demo is to end.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// The word to go on.
  func proceed() {
    tell { state in
      if state.expectation == .proceed { state.expectation = .nothing }
    }
  }

  /// A prediction, or nil to look without one.
  func give(_ answer: Answer?) {
    tell { state in
      guard state.expectation == .answer else { return }
      state.expectation = .nothing
      state.answer = answer
    }
  }

  /// The word to end.
  func stop() {
    tell { $0.isStopped = true }
  }

  private func tell(_ change: (inout sending State) -> Void) {
    let waker = state.withLock { state in
      change(&state)
      return state.waker
    }
    waker?.wake()
  }
}
