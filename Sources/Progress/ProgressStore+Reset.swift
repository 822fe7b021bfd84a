import GRDB
import Glibc

/// Beginning anew.
extension ProgressStore {
  /// Opens the record in a folder; nil where there is none, and then nothing is made.
  ///
  /// - Throws: ``ProgressError``, as ``open(folder:)`` does.
  public static func openIfPresent(folder: String) throws(ProgressError) -> ProgressStore? {
    guard FileNames.exists(ProgressFolder(path: folder).database) else { return nil }
    return try open(folder: folder)
  }

  /// Keeps the record in a file of its own and empties it.
  ///
  /// It is the same file afterwards, so another tutor that has it open goes on with the empty record.
  ///
  /// - Returns: The path of the file that has what there was.
  /// - Throws: ``ProgressError``; nothing went away then.
  public func beginAnew() throws(ProgressError) -> String {
    let stem = path.hasSuffix(".sqlite") ? String(path.dropLast(7)) : path
    while true {
      let copy = FileNames.free(
        "\(stem)-before-reset-\(FileNames.stamp(time(nil))).sqlite")
      let rows = try copyRecord(to: copy)
      var isEmptied = false
      try add { database in
        // A row that another tutor added in between would be in neither.
        guard try Self.lastRows(in: database) == rows else { return }
        try ProgressSchema.clear(database)
        isEmptied = true
      }
      if isEmptied { return copy }
      unlink(copy)
    }
  }

  /// Copies the record as it is at one moment.
  ///
  /// - Returns: The last row of each table just before.
  private func copyRecord(to copy: String) throws(ProgressError) -> [Int64] {
    var rows: [Int64] = []
    try withConnection { database in
      rows = try Self.lastRows(in: database)
      guard try CopiedFile(path: copy).make(from: database) else {
        throw ProgressError(path: copy, reason: .file("the name is taken"))
      }
    }
    return rows
  }

  private static func lastRows(in database: Database) throws -> [Int64] {
    try ProgressSchema.tables.map { table in
      try Int64.fetchOne(database, sql: "SELECT max(id) FROM \(table)") ?? 0
    }
  }
}
