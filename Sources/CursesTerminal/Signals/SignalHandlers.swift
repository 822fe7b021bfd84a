import Glibc

/// What the process does at signals, kept to be put back.
struct SignalHandlers {
  private var actions: [(signal: Int32, action: sigaction)] = []

  /// Keeps what is done at the signals that ncurses takes for itself.
  init() {
    for signal in [SIGINT, SIGTERM, SIGTSTP, SIGWINCH] {
      var action = sigaction()
      if sigaction(signal, nil, &action) == 0 { actions.append((signal, action)) }
    }
  }

  /// Puts it back.
  func restore() {
    for (signal, action) in actions {
      withUnsafePointer(to: action) { _ = sigaction(signal, $0, nil) }
    }
  }
}
