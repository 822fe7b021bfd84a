import Foundation
import GRDB

/// Notes as a package that Anki imports: a database of its layout 11 in a ZIP archive.
///
/// Every version of Anki since 2.1 reads this layout. The same notes and the same time give the same
/// bytes with the same SQLite.
public enum AnkiPackage {
  /// The package of some notes.
  ///
  /// - Parameters:
  ///   - notes: The notes, each with an id of its own.
  ///   - changedAt: When their texts were last changed, in seconds since 1970-01-01 00:00 UTC: Anki
  ///     takes the text of a note that it has where this is later than what it knows.
  /// - Returns: The bytes of the file.
  /// - Throws: An error of the file system or of SQLite.
  public static func bytes(of notes: [CardNote], changedAt: Int64) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("portside-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("collection.anki2")
    try AnkiCollection(notes: notes, changedAt: changedAt).write(to: file.path)
    return ZIPArchive([
      ZIPArchive.Entry(name: "collection.anki2", bytes: Array(try Data(contentsOf: file))),
      // No pictures and sounds.
      ZIPArchive.Entry(name: "media", bytes: Array("{}".utf8)),
    ]).bytes
  }
}
