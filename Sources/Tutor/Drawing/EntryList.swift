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

  /// How many columns the sentences may take.
  private static func measure(_ columns: Int) -> Int { max(20, min(columns - 4, 75)) }

  /// How many rows each entry takes, with the space after it: one more where a sentence needs it.
  private static func height(_ entries: [Entry], columns: Int) -> Int {
    let limit = measure(columns)
    return entries.contains { $0.sentence.columns > limit } ? 4 : 3
  }

  /// How many entries an area shows at once.
  static func capacity(_ entries: [Entry], in context: Context) -> Int {
    max(1, context.rows / height(entries, columns: context.columns))
  }

  /// Draws the entries around the chosen one.
  static func draw(
    _ entries: [Entry], position: ListPosition, into frame: inout Frame, area: Rect
  ) {
    let end = min(area.endColumn, area.column + 78)
    let height = height(entries, columns: area.columns)
    let visible = position.visible(rows: max(1, area.rows / height), count: entries.count)
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
      draw(entry.sentence, into: &frame, area: area, row: row + 1, rows: height - 2)
      let rect = Rect(column: area.column, row: row, columns: area.columns, rows: height - 1)
      frame.targets.append(Frame.Target(rect: rect, action: .choose(index)))
    }
  }

  /// Draws a sentence in so many rows; what does not fit in the last one is cut there.
  private static func draw(
    _ sentence: DisplayText, into frame: inout Frame, area: Rect, row: Int, rows: Int
  ) {
    let limit = measure(area.columns)
    let lines = StyledLine(sentence, .dim).wrapped(to: limit)
    for (offset, line) in lines.prefix(rows).enumerated() where row + offset < area.endRow {
      let isCut = offset == rows - 1 && lines.count > rows
      let text = isCut ? DisplayText(line.text + " …").truncated(to: limit) : DisplayText(line.text)
      frame.canvas.write(text, column: area.column + 3, row: row + offset, style: .dim)
    }
  }
}
