public import Practice

/// The log of a learner in a file.
public enum LogFile {
  /// Reads a whole log; nothing of it counts where a single line is wrong.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its rows in their order.
  /// - Throws: ``ExchangeFault`` that names the file, the line and what is wrong there.
  public static func read(_ path: String) throws(ExchangeFault) -> [LogEntry] {
    let file = try InputFile(path, largest: LogFormat.largestFile)
    var reader = LogReader(file: path)
    var entries: [LogEntry] = []
    entries.reserveCapacity(min(file.lineEnds, LogFormat.mostRows))
    try file.forEachLine(longest: LogFormat.longestLine) { line throws(ExchangeFault) in
      if let entry = try reader.read(line) { entries.append(entry) }
    }
    try reader.finish()
    return entries
  }
}
