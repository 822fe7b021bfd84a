import GRDB
import Glibc

/// A file with damage, which is set aside under a telling name and never changed or deleted.
struct DamagedFile {
  /// The path that the record has, also afterwards.
  let path: String

  /// Puts what can be read of it into a new file, and the new file in its place.
  ///
  /// At each moment there is a file under the record's name, so a kill in the middle loses nothing:
  /// the next start finds either the damaged file or the new one.
  ///
  /// - Throws: ``ProgressError``, for example where the folder may only be read.
  func replace() throws(ProgressError) -> ProgressDatabase.Opened {
    let lock = FolderLock(folder: folder)
    try lock.take(for: path)
    defer { lock.drop() }
    // Another program may have been quicker.
    do throws(ProgressError) {
      return try ProgressDatabase.openWhole(path, check: .everyRow)
    } catch {
      guard error.reason == .damaged else { throw error }
    }
    let draft = "\(path).draft-\(getpid())"
    unlink(draft)
    defer { unlink(draft) }
    try FileNames.createEmpty(draft)
    let kept = try salvage(into: draft)
    let aside = FileNames.free("\(path).damaged-\(FileNames.stamp(time(nil)))")
    _ = try FileNames.giveName(aside, to: path)
    for end in ["-wal", "-shm"] where FileNames.exists(path + end) {
      try FileNames.move(path + end, onto: aside + end)
    }
    try FileNames.move(draft, onto: path)
    try? FileNames.flush(folder)
    let opened = try ProgressDatabase.openWhole(path, check: .none)
    return (opened.queue, .rescued(kept, damagedFile: aside))
  }

  /// Takes back what a kill left half done: a damaged file that still has the record's name, while its
  /// log was moved already.
  ///
  /// Without its log the rows in there would be missed. So the two come together again, and the file
  /// is set aside anew where the damage is met.
  ///
  /// - Throws: ``ProgressError``.
  func takeBackHalf() throws(ProgressError) {
    // Only a file that is being set aside has two names.
    guard FileIdentity.names(of: path) > 1 else { return }
    let lock = FolderLock(folder: folder)
    try lock.take(for: path)
    defer { lock.drop() }
    guard let identity = FileIdentity(of: path) else { return }
    for aside in FileNames.namesakes(of: path, ".damaged-")
    where FileIdentity(of: aside) == identity {
      if FileNames.exists(aside + "-wal"), !FileNames.exists(path + "-wal") {
        try FileNames.move(aside + "-wal", onto: path + "-wal")
      }
      // SQLite makes this one anew.
      unlink(aside + "-shm")
      unlink(aside)
    }
  }

  private var folder: String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Fills a new database with what can be read; nothing is read where not even that much is whole.
  private func salvage(into draft: String) throws(ProgressError) -> ProgressCounts {
    do {
      // No log beside it: the file is to be moved, and must be whole by itself.
      let target = try DatabaseQueue(path: draft)
      defer { ProgressDatabase.retire(target) }
      let kept = try target.writeWithoutTransaction { database in
        try ProgressSchema.migrate(database, path: draft)
        try ReadableCopy.fill(database, from: path)
        return try ProgressCounts(of: database)
      }
      try target.close()
      try FileNames.flush(draft)
      return kept
    } catch {
      throw ProgressError(error, path: path)
    }
  }
}
