extension LessonBlock {
  /// How many lines the block takes on a screen of 80 columns; nil for what stands on a page of its
  /// own.
  public var height: Int? {
    switch self {
    case .paragraph(let runs): Self.lines(of: runs, columns: 76)
    case .quote(let runs): Self.lines(of: runs, columns: 74)
    case .list(let items, _): items.map { Self.lines(of: $0, columns: 74) }.reduce(0, +)
    case .code(let lines, _), .drawing(let lines): lines.count
    case .table(_, let rows): rows.count + 1
    case .question, .demo, .exercise: nil
    }
  }

  private static func lines(of runs: [LessonInline], columns: Int) -> Int {
    var lines = 1
    var column = 0
    for word in runs.map(\.text).joined().split(separator: " ") {
      let width = columnWidth(of: String(word))
      if column > 0, column + 1 + width > columns {
        lines += 1
        column = 0
      }
      column += (column > 0 ? 1 : 0) + width
    }
    return lines
  }
}
