import GRDB
import Glibc

/// A copy of an open database under a name of its own, whole or not there at all.
///
/// SQLite makes it (`VACUUM INTO`): whoever copies the file of a database that is in use gets half of
/// a change, and drops its locks when the file is closed.
struct CopiedFile {
  /// Where the copy is to be.
  let path: String

  /// Makes the copy, for the user alone, unless something has that name already.
  ///
  /// - Returns: Whether this call made it.
  /// - Throws: ``ProgressError`` or SQLite's error; there is no file then.
  @discardableResult
  func make(from database: Database) throws -> Bool {
    if FileNames.exists(path) { return false }
    let draft = "\(path).draft-\(getpid())"
    unlink(draft)
    defer { unlink(draft) }
    try FileNames.createEmpty(draft)
    try database.execute(sql: "VACUUM INTO ?", arguments: [draft])
    try FileNames.flush(draft)
    return try FileNames.giveName(path, to: draft)
  }
}
