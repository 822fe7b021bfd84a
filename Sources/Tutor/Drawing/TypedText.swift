import TerminalUI

/// A text that is being typed, broken into lines, with the place of the cursor.
///
/// Unlike running text it keeps every space: what was typed is what is seen.
struct TypedText: Hashable, Sendable {
  /// The lines; never empty.
  private(set) var lines: [String] = [""]
  /// The cursor's line.
  private(set) var cursorLine = 0
  /// The cursor's column.
  private(set) var cursorColumn = 0

  /// A field's text in lines of at most so many columns.
  init(_ field: TextField, columns: Int) {
    let limit = max(1, columns)
    let characters = Array(field.text)
    var start = 0
    var starts: [Int] = []
    lines = []
    while start < characters.count {
      let end = Self.end(of: characters, from: start, limit: limit)
      starts.append(start)
      lines.append(String(characters[start..<end]))
      start = end
    }
    if lines.isEmpty {
      lines = [""]
      starts = [0]
    }
    cursorLine = starts.lastIndex { $0 <= field.cursor } ?? 0
    let before = characters[starts[cursorLine]..<max(starts[cursorLine], field.cursor)]
    cursorColumn = DisplayText(String(before)).columns
    // Behind a full line the cursor stands at the beginning of the next.
    if cursorColumn >= limit {
      if cursorLine == lines.count - 1 { lines.append("") }
      cursorLine += 1
      cursorColumn = 0
    }
  }

  /// Where a line ends: behind the last space that fits, or where the line is full.
  private static func end(of characters: [Character], from start: Int, limit: Int) -> Int {
    var columns = 0
    var end = start
    var afterSpace: Int?
    while end < characters.count {
      let width = DisplayText(String(characters[end])).columns
      if columns + width > limit { break }
      columns += width
      end += 1
      if characters[end - 1] == " " { afterSpace = end }
    }
    if end == characters.count { return end }
    // A space that no longer fits stays at the end of its line, where it is not seen.
    if characters[end] == " " { return end + 1 }
    return afterSpace ?? max(end, start + 1)
  }
}
