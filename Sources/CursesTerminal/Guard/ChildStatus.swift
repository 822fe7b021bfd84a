import Glibc

/// How a child stopped or ended, from the status of waitpid(2).
enum ChildStatus: Hashable {
  /// It ended by itself, with an exit code.
  case exited(code: Int32)
  /// A signal ended it.
  case killed(signal: Int32)
  /// A signal stopped it.
  case stopped(signal: Int32)

  /// Reads a status: the low seven bits are the signal, 0 where it exited and 127 where it stopped.
  init(_ status: Int32) {
    let low = status & 0x7F
    let high = status >> 8 & 0xFF
    switch low {
    case 0: self = .exited(code: high)
    case 0x7F: self = .stopped(signal: high)
    default: self = .killed(signal: low)
    }
  }

  /// Whether it ended by a fault of its own, or by the one signal that no process can answer.
  var isCrash: Bool {
    guard case .killed(let signal) = self else { return false }
    return [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGKILL].contains(signal)
  }
}
