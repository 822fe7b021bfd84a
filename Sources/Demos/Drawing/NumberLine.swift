import PortKnowledge

/// The port numbers from 0 to 65535 as a line of text, with marks below it.
///
///     0  1024                               49152     65535
///     ├┼────────────────── user ──────────────┼─ dynamic ─┤
///                               ▲▲ ▲ ▲
struct NumberLine {
  /// How many columns the line has.
  static let columns = 56

  /// The column of a port.
  static func column(of port: PortNumber) -> Int {
    Int(port.rawValue) * (columns - 1) / 65_535
  }

  /// The line with IANA's three ranges.
  static var ranges: [MarkedText] {
    let user = column(of: 1024) + 1
    let dynamic = column(of: 49_152)
    func bar(_ text: String, _ width: Int) -> String {
      let free = max(0, width - text.count)
      return String(repeating: "─", count: free / 2) + text
        + String(repeating: "─", count: free - free / 2)
    }
    return [
      MarkedText([
        .init(placed([(0, "0"), (user + 1, "1024"), (dynamic, "49152"), (51, "65535")]), .faint)
      ]),
      MarkedText([
        .init("├"), .init(bar("", user - 1)), .init("┼"), .init(bar(" user ", dynamic - user - 1)),
        .init("┼"), .init(bar(" dynamic ", columns - dynamic - 2)), .init("┤"),
      ]),
    ]
  }

  /// A line with a mark at each port.
  static func marks(_ ports: [PortNumber], as field: TupleField) -> MarkedText {
    let places = Set(ports.map(column))
    var spans: [MarkedText.Span] = []
    for column in 0...(places.max() ?? 0) {
      let isMarked = places.contains(column)
      spans.append(isMarked ? .init("▲", .field(field)) : .init(" "))
    }
    return MarkedText(spans)
  }

  /// A line that shows a range from its first to its last port.
  static func range(_ ports: ClosedRange<PortNumber>, name: String) -> MarkedText {
    let first = column(of: ports.lowerBound)
    let width = max(1, column(of: ports.upperBound) - first + 1)
    let free = max(0, width - name.count)
    let bar =
      String(repeating: "═", count: free / 2) + name
      + String(repeating: "═", count: free - free / 2)
    return MarkedText([.init(String(repeating: " ", count: first)), .init(bar, .decisive)])
  }

  private static func placed(_ texts: [(column: Int, text: String)]) -> String {
    texts.reduce(into: "") { line, item in
      line += String(repeating: " ", count: max(0, item.column - line.count)) + item.text
    }
  }
}
