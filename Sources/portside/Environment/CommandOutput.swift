import Foundation
import Glibc
import TerminalUI

/// Standard output as the commands use it: whole lines of text that is safe to show.
///
/// A reader that has gone away, as in `portside ports | head`, ends the program by SIGPIPE, as it
/// ends any other.
struct CommandOutput {
  /// A write to standard output failed; the reason in the system's words.
  struct Failure: Error, CustomStringConvertible {
    /// The sentence to show.
    let description: String
  }

  /// Writes a line and its end.
  ///
  /// - Throws: ``Failure``, for example where the disk is full.
  func line(_ text: DisplayText) throws(Failure) {
    try write(Array(text.string.utf8) + [UInt8(ascii: "\n")])
  }

  /// Writes a value as JSON with sorted keys, in ASCII: what is not becomes a `\u` escape, so no
  /// control character reaches a terminal.
  ///
  /// - Throws: ``Failure``.
  func json(_ value: some Encodable) throws(Failure) {
    try write(Array(Self.json(value).utf8) + [UInt8(ascii: "\n")])
  }

  /// The JSON text of a value.
  static func json(_ value: some Encodable) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return ascii(String(decoding: try encoder.encode(value), as: UTF8.self))
    } catch {
      throw Failure(description: "this cannot be written as JSON (\(error)).")
    }
  }

  /// The text with everything escaped that is neither printable ASCII nor a line end.
  ///
  /// In JSON such characters only occur inside strings, where the escape means the same.
  private static func ascii(_ json: String) -> String {
    var result = ""
    for unit in json.utf16 {
      if unit == 0x0A || (0x20...0x7E).contains(unit) {
        result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result
  }

  /// Writes bytes that hold no control character but line ends.
  ///
  /// - Throws: ``Failure``.
  func bytes(_ bytes: [UInt8]) throws(Failure) {
    try write(bytes)
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno)).lowercased()
        throw Failure(description: "standard output cannot be written to (\(reason)).")
      }
    }
  }
}
