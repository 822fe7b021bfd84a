import Exchange
import Practice

/// Whole logs as bytes.
enum LogText {
  static func bytes(of entries: [LogEntry]) -> [UInt8] {
    var lines = LogLines()
    var bytes = lines.header(program: "test")
    for entry in entries { bytes += lines.line(of: entry) ?? [] }
    return bytes + lines.footer
  }

  static func entries(of bytes: some Collection<UInt8>) throws -> [LogEntry] {
    var reader = LogReader(file: "log")
    var entries: [LogEntry] = []
    var lines = Array(bytes).split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      if let entry = try reader.read(line) { entries.append(entry) }
    }
    try reader.finish()
    return entries
  }

  /// What is wrong with some lines; an empty text where nothing is.
  static func fault(of text: String) -> String {
    do {
      _ = try entries(of: text.utf8)
      return ""
    } catch {
      return "\(error)"
    }
  }
}
