import Glibc
import TerminalUI

/// What is known of a crash, for a file that a person can send to the maintainers.
///
/// It holds what the program said while it ended, and nothing of what a learner answered.
struct CrashReport {
  /// Portside's version.
  var version: String
  /// The signal that ended it.
  var signal: Int32
  /// The variable `TERM`.
  var term: String
  /// The terminal's size, where known.
  var size: Size?
  /// What was written to standard error.
  var output: [DisplayText]
  /// The number of the process that crashed.
  var process: pid_t
  /// When it ended.
  var time: tm

  /// The file's name: `crash-20260131-235959-4711.log`.
  var fileName: String {
    let date = [time.tm_year + 1900, time.tm_mon + 1, time.tm_mday].map(Self.twoDigits).joined()
    let clock = [time.tm_hour, time.tm_min, time.tm_sec].map(Self.twoDigits).joined()
    return "crash-\(date)-\(clock)-\(process).log"
  }

  /// The file's contents.
  var text: String {
    let size = size.map { "\($0.columns)×\($0.rows)" } ?? "unknown"
    let head = [
      "Portside crash report",
      "version   \(DisplayText(version))",
      "signal    \(SignalName.text(signal))",
      "terminal  \(DisplayText(term)), \(size)",
      "",
      "What it wrote to standard error:",
    ]
    let said = output.isEmpty ? ["(nothing)"] : output.map(\.string)
    return (head + said).joined(separator: "\n") + "\n"
  }

  /// Writes the file into a folder, which is made where it is missing, readable only to its owner.
  ///
  /// - Returns: the file's path, or nil where it could not be written.
  func write(into folder: String) -> String? {
    Self.makeFolder(folder)
    let path = folder + "/" + fileName
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        unlink(path)
        return nil
      }
      written += count
    }
    return path
  }

  /// The one line for the terminal.
  static func line(signal: Int32, path: String?) -> DisplayText {
    let place = path.map { "the report is in \($0)" } ?? "its report could not be written"
    return DisplayText(
      "portside crashed (\(SignalName.text(signal))); \(place). What you answered is kept.")
  }

  /// Makes a folder and those above it, each for its owner alone.
  private static func makeFolder(_ folder: String) {
    for (index, character) in zip(folder.indices, folder) where character == "/" {
      mkdir(String(folder[..<index]), 0o700)
    }
    mkdir(folder, 0o700)
  }

  private static func twoDigits(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
