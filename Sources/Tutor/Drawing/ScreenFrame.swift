import TerminalUI

/// What every screen has: a header with the way to it and one fact, a footer with its keys, and
/// the area between.
struct ScreenFrame {
  /// The smallest terminal on which screens are drawn.
  static let smallest = Size(columns: 60, rows: 17)

  /// The area between header and footer.
  static func content(of size: Size) -> Rect {
    Rect(column: 1, row: 2, columns: size.columns - 2, rows: size.rows - 4)
  }

  /// Draws the header, both rules and the footer.
  static func draw(
    into frame: inout Frame, path: [DisplayText], fact: DisplayText, context: KeyContext,
    unused: Set<Action> = []
  ) {
    let size = frame.canvas.size
    var column = 1
    for (index, part) in path.enumerated() {
      if index > 0 { column = frame.canvas.write(" › ", column: column, row: 0, style: .dim) }
      let isLast = index == path.count - 1
      column = frame.canvas.write(
        part.truncated(to: max(0, size.columns - column - fact.columns - 3)), column: column,
        row: 0, style: isLast ? .accent : .dim)
    }
    frame.canvas.write(
      fact, column: max(column + 1, size.columns - fact.columns - 1), row: 0, style: .dim)
    frame.canvas.rule(row: 1)
    frame.canvas.rule(row: size.rows - 2)
    footer(into: &frame, context: context, unused: unused)
  }

  /// Writes as many keys as fit, the most important ones, in the order of the footer.
  private static func footer(
    into frame: inout Frame, context: KeyContext, unused: Set<Action>
  ) {
    let row = frame.canvas.size.rows - 1
    let limit = frame.canvas.size.columns - 1
    func width(_ binding: KeyBinding) -> Int {
      binding.keyLabel.columns + 1 + binding.label.columns
    }
    // Help is always shown; the others are dropped from the end until they fit.
    var kept = KeyMap.footers[context] ?? []
    if !unused.isEmpty { kept.removeAll { unused.contains($0.action) } }
    while kept.count > 1, kept.reduce(1, { $0 + width($1) + 3 }) - 3 > limit {
      kept.remove(at: kept.count - 2)
    }
    var column = 1
    for binding in kept {
      let start = column
      column = frame.canvas.write(binding.keyLabel, column: column, row: row, style: .accent)
      column = frame.canvas.write(" ", column: column, row: row)
      column = frame.canvas.write(binding.label, column: column, row: row)
      let rect = Rect(column: start, row: row, columns: column - start, rows: 1)
      frame.targets.append(Frame.Target(rect: rect, action: binding.action))
      column += 3
    }
  }
}
