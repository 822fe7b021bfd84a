/// What became of the record when it was opened.
public enum ProgressOpening: Hashable, Sendable {
  /// Nothing out of the ordinary.
  case ordinary
  /// Its layout was brought up to date; the record as it was before is kept in this file, if there
  /// was one.
  case upgraded(backup: String)
  /// It was damaged: a new one holds the rows that could still be read, and the damaged file is kept
  /// under this path.
  case rescued(ProgressCounts, damagedFile: String)
  /// It can be read and not added to: what is recorded is counted in memory until the program ends;
  /// the reason.
  case readOnly(ProgressError)
}
