/// A place in a lesson file.
struct SourcePosition: Hashable, Sendable, Comparable {
  /// The first place of a file.
  static let start = SourcePosition(line: 1, column: 1)

  /// The line, from 1.
  var line: Int
  /// The column, from 1, in characters.
  var column: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
