import GRDB
import Glibc

/// How closely a file is looked at before it is used.
///
/// SQLite's quick check takes about 50 ms for a log of 100,000 reviews, as long as everything else
/// at a start together, so a file that was left in good order is not checked: whoever opens it reads
/// nearly every page of it anyway, and damage met then leads to ``everyRow``. A file with a log beside
/// it was left by a program that was killed or a machine that lost its power, or is in use: there the
/// check is worth its time.
enum Check {
  /// Only whose file it is.
  case none
  /// SQLite's quick check.
  case quick
  /// SQLite's quick check, and every row of the log is read.
  case everyRow

  /// The check for a file that is about to be opened.
  init(before path: String) {
    var status = stat()
    self = stat(path + "-wal", &status) == 0 && status.st_size > 0 ? .quick : .none
  }

  /// Looks at a database.
  ///
  /// - Throws: ``RowReader/damage`` or SQLite's own error where there is damage.
  func look(at database: Database, origin: ProgressSchema.Origin) throws {
    guard self != .none, case .layout(let layout) = origin else { return }
    guard try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
      throw RowReader.damage
    }
    if self == .everyRow, layout == ProgressSchema.layout {
      try LogReading.forEach(in: database) { _ in }
    }
  }
}
