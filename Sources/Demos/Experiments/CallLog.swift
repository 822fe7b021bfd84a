import PortKnowledge
import Synchronization

/// The calls of an experiment in the order in which they were made.
final class CallLog: Sendable {
  private let calls = Mutex<[CallRecord]>([])

  /// Notes a call.
  func add(_ call: CallRecord) {
    calls.withLock { $0.append(call) }
  }

  /// All of them.
  var all: [CallRecord] { calls.withLock { $0 } }
}
