import CLinux
import Glibc
import TerminalUI

/// What a child writes to standard error while its screen is up, kept in memory.
///
/// Written to the terminal, it would land in the middle of the screen and be lost with it.
final class HeldOutput {
  /// The most bytes that are shown; of more, the last ones count: a crash is told at the end.
  static let limit = 256 * 1024

  /// The file's descriptor, to become the child's standard error.
  let descriptor: Int32

  /// Opens the file in memory; nil where the system refuses.
  init?() {
    descriptor = portside_memfd_create("standard error")
    guard descriptor >= 0 else { return nil }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
  }

  /// What was written so far, as lines that are safe to show.
  var lines: [DisplayText] {
    let end = lseek(descriptor, 0, SEEK_END)
    guard end > 0 else { return [] }
    let count = min(end, Self.limit)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, buffer.count, end - count))
    }
    return Self.lines(in: bytes)
  }

  /// Bytes as lines, without empty ones at the end.
  static func lines(in bytes: [UInt8]) -> [DisplayText] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      let line = line.last == 0x0D ? line.dropLast() : line
      return DisplayText(String(decoding: line, as: UTF8.self))
    }
  }
}
