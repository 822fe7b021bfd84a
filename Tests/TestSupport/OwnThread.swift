import Foundation

/// Runs blocking work on a thread of its own, so that tests which run meanwhile keep theirs.
///
/// The thread takes every signal. Dispatch's workers block them all, a new thread inherits that, and
/// so would each program that is started on it: a terminal for tests could not be resized or ended.
public func onOwnThread<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      var none = sigset_t()
      sigemptyset(&none)
      pthread_sigmask(SIG_SETMASK, &none, nil)
      continuation.resume(with: Result { try work() })
    }
  }
}
