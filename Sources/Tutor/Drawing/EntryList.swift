import TerminalUI

/// A list of entries with two lines each: a title with a fact, and a sentence.
struct EntryList {
  /// One entry.
  struct Entry {
    var title: DisplayText
    var sentence: DisplayText
    var fact: DisplayText
    var factStyle = Style.dim
  }

  /// How many rows an entry takes, with the space after it.
  private static let height = 3

  /// How many entries a number of rows shows.
  static func capacity(rows: Int) -> Int { max(1, rows / height) }

  /// Draws the entries around the chosen one.
  static func draw(
    _ entries: [Entry], position: ListPosition, into frame: inout Frame, area: Rect
  ) {
    let end = min(area.endColumn, area.column + 78)
    let visible = position.visible(rows: capacity(rows: area.rows), count: entries.count)
    for (offset, index) in visible.enumerated() {
      let entry = entries[index]
      let row = area.row + 1 + offset * height
      let isHere = index == position.selected
      if isHere { frame.canvas.write("▸", column: area.column + 1, row: row, style: .accent) }
      frame.canvas.write(
        entry.title.truncated(to: end - area.column - 5 - entry.fact.columns),
        column: area.column + 3, row: row, style: isHere ? .accent : .strong)
      frame.canvas.write(
        entry.fact, column: end - entry.fact.columns, row: row, style: entry.factStyle)
      frame.canvas.write(
        entry.sentence.truncated(to: end - area.column - 3), column: area.column + 3, row: row + 1,
        style: .dim)
      let rect = Rect(column: area.column, row: row, columns: area.columns, rows: 2)
      frame.targets.append(Frame.Target(rect: rect, action: .choose(index)))
    }
  }
}
