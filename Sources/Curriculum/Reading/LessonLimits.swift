/// How big a lesson may be.
///
/// A real lesson stays far below each of these. They are checked before a parser sees the text, so
/// that no file can make one slow: the Markdown library (cmark-gfm 0.29.0.gfm.6) takes quadratic
/// time for some long lines and fills short table rows up to the header's width.
enum LessonLimits {
  /// Bytes in a file: 1 MiB.
  static let fileBytes = 1 << 20
  /// Lines in a file.
  static let lines = 10_000
  /// Bytes in a line.
  static let lineBytes = 4096
  /// Bytes in a run of lines without an empty one between them.
  static let paragraphBytes = 16 << 10
  /// Bars `|` in a line: a table's columns.
  static let bars = 32
  /// Bytes of front matter, and of a question block.
  static let yamlBytes = 16 << 10
  /// Places in a YAML block that look like an alias: few enough that even repeated aliases of
  /// aliases stay small until they are refused.
  static let yamlAliases = 16
  /// How deep quotes, lists, marks and YAML values may stand in each other.
  static let nesting = 32
  /// Files in a folder.
  static let files = 2000
  /// Columns of a drawing or a line of code: what an 80-column screen leaves between its margins.
  static let columns = 76
  /// Columns of a word, a heading and a title: what the narrowest screen, 60 columns, leaves.
  static let wordColumns = 56
  /// Lines between two questions or demos: two screens of 24 lines, with what stands around them.
  static let pageLines = 34
  /// Columns of a step that is put in order.
  static let stepColumns = 50
  /// Columns of what a table's blank can be filled with.
  static let choiceColumns = 24
  /// Lines of a summary.
  static let summaryLines = 5
}
