import GRDB

extension ProgressError {
  /// The error of a database access, in the learner's terms.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as ProgressError: self = error
    case let error as DatabaseError:
      self.init(path: path, reason: Reason(error))
      // SQLite tells of no room for its index of the log as of any other failure.
      if error.resultCode == .SQLITE_IOERR, FileNames.isDiskFull(path) {
        self.init(path: path, reason: .full)
      }
    default: self.init(path: path, reason: .other(String(describing: error)))
    }
  }
}

extension ProgressError.Reason {
  fileprivate init(_ error: DatabaseError) {
    let words = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: .damaged
      // The layout says that it is there.
      case .SQLITE_ERROR where words.hasPrefix("no such"): .damaged
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
      case .SQLITE_CANTOPEN: .file(words)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(seconds: ProgressDatabase.busySeconds)
      case .SQLITE_FULL: .full
      case .SQLITE_CONSTRAINT: .refused(words)
      default: .other(words)
      }
  }
}
