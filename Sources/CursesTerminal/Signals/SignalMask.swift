import Glibc

/// The signals that the calling thread does not take for a moment.
enum SignalMask {
  /// Runs work while a signal is blocked.
  static func blocking<Result>(_ signal: Int32, _ work: () -> Result) -> Result {
    var set = sigset_t()
    var before = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_BLOCK, &set, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return work()
  }
}
