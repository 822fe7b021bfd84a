import Glibc
import TerminalUI

/// Writes what a child left behind to standard error, where nobody need be reading.
enum GuardOutput {
  /// How long a terminal may take nothing before the rest is given up, in milliseconds.
  private static let patience: Int32 = 300

  /// Writes lines.
  static func write(_ lines: [DisplayText], device: TerminalDevice) {
    guard !lines.isEmpty else { return }
    let bytes = Array((lines.map(\.string).joined(separator: "\n") + "\n").utf8)
    if isatty(STDERR_FILENO) == 1 {
      device.write(bytes, patience: patience)
    } else {
      bytes.withUnsafeBytes { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
  }
}
