import Practice
import Progress

/// The log of reviews as another program finds it.
enum StoredReviews {
  /// The rows that are kept in a folder.
  static func rows(in folder: String) throws -> Set<Int64> {
    Set(try ProgressStore.open(folder: folder).reviews().map(\.row))
  }
}
