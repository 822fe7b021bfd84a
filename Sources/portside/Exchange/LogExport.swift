import Exchange
import Practice
import Progress

/// Writes the whole log as JSON lines.
struct LogExport {
  /// Where the rows come from.
  let store: ProgressStore

  /// Writes every row to a file that is there whole or not at all.
  ///
  /// - Returns: How many rows there are.
  /// - Throws: `CommandFailure`.
  func write(to path: String, force: Bool) throws -> Int {
    try CommandFailure.telling {
      let file = try OutputFile(path, force: force)
      let rows = try write { try file.write($0) }
      try file.finish()
      return rows
    }
  }

  /// Writes every row to standard output.
  ///
  /// - Throws: `CommandFailure`.
  func write(to output: CommandOutput) throws {
    try CommandFailure.telling {
      var pending: [UInt8] = []
      _ = try write { bytes in
        pending += bytes
        guard pending.count >= 1 << 16 else { return }
        try output.bytes(pending)
        pending.removeAll(keepingCapacity: true)
      }
      try output.bytes(pending)
    }
  }

  private func write(_ body: ([UInt8]) throws -> Void) throws -> Int {
    var lines = LogLines()
    try body(lines.header(program: Portside.version))
    try store.forEachEntry { entry in
      guard let line = lines.line(of: entry) else {
        throw CommandFailure(
          "\(store.path) holds a row that is longer than \(LogFormat.longestLine >> 10) KiB, "
            + "which no import would read; please report this as a fault of Portside.")
      }
      try body(line)
    }
    try body(lines.footer)
    return lines.rows
  }
}
