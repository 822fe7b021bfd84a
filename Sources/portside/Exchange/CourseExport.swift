import Curriculum
import Exchange
import Foundation

/// Writes what there is to learn as cards for Anki.
struct CourseExport {
  /// The notes.
  let notes: [CardNote]
  /// When their texts were last changed, in seconds since 1970-01-01 00:00 UTC.
  let changedAt: Int64

  /// The cards of the lessons in a folder.
  ///
  /// Their texts are those of the folder's files and of the program, so the newest of these was the
  /// last change.
  ///
  /// - Throws: `CommandFailure` where the folder cannot be read.
  init(_ folder: LessonsFolder) throws(CommandFailure) {
    let library = try folder.library()
    notes = CardNotes(lessons: library.lessons, bank: library.bank).notes
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.map { folder.path + "/" + $0 } + [LessonsFolder.executable]
    let dates = files.compactMap { path in
      (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    }
    changedAt = Int64(max(0, dates.max()?.timeIntervalSince1970 ?? 0))
  }

  /// A package.
  ///
  /// - Throws: `CommandFailure`.
  func package() throws(CommandFailure) -> [UInt8] {
    do {
      return try AnkiPackage.bytes(of: notes, changedAt: changedAt)
    } catch {
      throw CommandFailure(
        "the package of cards cannot be made in the folder for temporary files (\(error)); name "
          + "another folder in the variable TMPDIR.")
    }
  }
}
