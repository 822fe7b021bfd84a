import Foundation
import GRDB

/// A text as it is written to the database.
///
/// GRDB hands texts to SQLite as C strings, which end at a NUL character; one that holds such a
/// character is written as a blob of its UTF-8 bytes, so that it comes back whole.
func storedText(_ text: String) -> DatabaseValue {
  text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
}
