import CNcurses
import Glibc

/// Turns signals into bytes on a pipe, which an event loop can poll.
///
/// There is one in a process. When it goes, the signals do again what they do by default.
public final class SignalPipe {
  /// The signals that a screen answers.
  public static let screenSignals = [SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP]

  /// The end to poll for reading.
  public let descriptor: Int32
  private let signals: [Int32]

  /// Catches signals from now on.
  ///
  /// - Returns: nil where the process has such a pipe already or may open no descriptors.
  public init?(signals: [Int32] = SignalPipe.screenSignals) {
    descriptor = portside_signal_pipe_open()
    self.signals = signals
    guard descriptor >= 0 else { return nil }
    for signal in signals { portside_signal_pipe_catch(signal) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    for signal in signals { portside_signal_default(signal) }
    portside_signal_pipe_close()
  }

  /// Takes the signals that came since the last call, each once, in the order of their arrival.
  public func drain() -> [Int32] {
    var arrived: [Int32] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return arrived }
      for byte in buffer.prefix(count) where !arrived.contains(Int32(byte)) {
        arrived.append(Int32(byte))
      }
    }
  }

  /// Stops the process group as Ctrl-Z usually does, and returns when it is continued.
  ///
  /// Call it from the main thread after ``Terminal/suspend()``, and ``Terminal/resume()`` after it.
  /// Where no shell controls the group it returns at once: nobody could continue it. The signal that
  /// continued it is not reported by ``drain()``.
  public func stopGroup() {
    portside_signal_default(SIGTSTP)
    portside_signal_default(SIGCONT)
    kill(0, SIGTSTP)
    for signal in [SIGTSTP, SIGCONT] where signals.contains(signal) {
      portside_signal_pipe_catch(signal)
    }
  }

  /// Ends the process by a signal, as if it had not been caught.
  public func die(by signal: Int32) {
    portside_die_by(signal)
  }
}
