import GRDB

/// The record as it was before its layout changes, in a file of its own beside it.
struct LayoutBackup {
  private let path: String

  /// The backup of a file before it gets a layout.
  init(of path: String, before layout: Int) {
    let stem = path.hasSuffix(".sqlite") ? String(path.dropLast(7)) : path
    self.path = "\(stem)-before-layout-\(layout).sqlite"
  }

  /// Makes the backup, unless there is one already: nothing is overwritten.
  ///
  /// - Returns: Its path.
  /// - Throws: ``ProgressError`` or SQLite's error, for example where the disk is full.
  func make(from database: Database) throws -> String {
    try CopiedFile(path: path).make(from: database)
    return path
  }
}
