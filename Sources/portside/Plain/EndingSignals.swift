import Foundation

/// Cleans up before a signal ends the program: interrupt, terminate, hang-up.
///
/// The signals are blocked everywhere and taken by a thread that waits for nothing else, so the
/// clean-up may do what no signal handler may. Then the signal gets its usual way: whoever started
/// the program sees that it was ended by it.
struct EndingSignals {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  private var previous = sigset_t()

  /// Blocks the signals on this thread, and on those it starts, and waits for them on another.
  init(cleaningUp cleanUp: @escaping @Sendable () -> Void) {
    var signals = Self.set
    pthread_sigmask(SIG_BLOCK, &signals, &previous)
    let thread = Thread {
      var waited = Self.set
      var number: Int32 = 0
      guard sigwait(&waited, &number) == 0 else { return }
      cleanUp()
      Self.end(by: number)
    }
    thread.start()
  }

  /// Lets the signals end this thread at once again.
  func release() {
    var previous = previous
    pthread_sigmask(SIG_SETMASK, &previous, nil)
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }

  /// Ends the program the way the signal would have.
  private static func end(by number: Int32) {
    signal(number, SIG_DFL)
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, number)
    pthread_sigmask(SIG_UNBLOCK, &only, nil)
    raise(number)
  }
}
