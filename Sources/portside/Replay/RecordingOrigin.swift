import Foundation
import Glibc
import PortKnowledge

/// Where and when a recording that begins now is made.
enum RecordingOrigin {
  /// This machine's kernel, today's day in UTC and this user.
  static var now: RecordingNote {
    var name = utsname()
    let isKnown = uname(&name) == 0
    return RecordingNote(
      kernel: isKnown ? "\(text(name.sysname)) \(text(name.release))" : "an unknown kernel",
      day: day(of: Date()), wasRoot: geteuid() == 0)
  }

  private static func day(of date: Date) -> String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    return formatter.string(from: date)
  }

  /// The text of a C array of characters that ends with a zero.
  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
