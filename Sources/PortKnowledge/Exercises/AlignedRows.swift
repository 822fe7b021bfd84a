/// Rows below each other with their columns aligned, and a ▲ under the value that decides.
///
///     A  LISTEN  0.0.0.0:443
///     B  ESTAB   192.0.2.10:443  198.51.100.7:40111
///                                ▲ another source port
struct AlignedRows {
  /// The widest line a small screen holds, in columns.
  static let widest = 58

  private let rows: [[[MarkedText.Span]]]
  private let widths: [Int]
  private let gap: Int

  /// Rows of cells, each of one or more parts; every character counts as one column.
  init(_ rows: [[[MarkedText.Span]]], gap: Int = 2) {
    self.rows = rows
    self.gap = gap
    let columns = rows.reduce(0) { max($0, $1.count) }
    widths = (0..<columns).map { column in
      rows.reduce(0) { max($0, column < $1.count ? Self.width($1[column]) : 0) }
    }
  }

  /// Rows of plain texts.
  init(texts: [[String]], gap: Int = 2) {
    self.init(texts.map { $0.map { [MarkedText.Span($0)] } }, gap: gap)
  }

  /// The rows alone, which decide nothing.
  var lines: [MarkedText] { rows.map(line) }

  /// The rows, and below one of them a line that points at a cell of it.
  ///
  /// `offset` moves the ▲ inside the cell, for example to the port of an endpoint.
  func lines(
    pointingAt row: Int, column: Int, offset: Int = 0, note: String
  ) -> [MarkedText] {
    var lines = lines
    guard lines.indices.contains(row) else { return lines }
    let start = widths.prefix(column).reduce(0, +) + gap * column + offset
    lines.insert(Self.pointer(at: start, note: note), at: row + 1)
    return lines
  }

  /// A line with a ▲ in a column and its note to the right, or to the left where the right has no
  /// room.
  static func pointer(at column: Int, note: String) -> MarkedText {
    let padding = { (count: Int) in String(repeating: " ", count: max(0, count)) }
    if column + 2 + note.count > widest, column > note.count {
      return MarkedText([
        .init(padding(column - note.count - 1)), .init(note + " ▲", .decisive),
      ])
    }
    return MarkedText([.init(padding(column)), .init("▲ " + note, .decisive)])
  }

  private func line(_ row: [[MarkedText.Span]]) -> MarkedText {
    var spans: [MarkedText.Span] = []
    for (column, cell) in row.enumerated() {
      spans += cell
      guard column < row.count - 1 else { break }
      let padding = widths[column] - Self.width(cell) + gap
      spans.append(.init(String(repeating: " ", count: padding)))
    }
    return MarkedText(spans)
  }

  private static func width(_ cell: [MarkedText.Span]) -> Int {
    cell.reduce(0) { $0 + $1.text.count }
  }
}
