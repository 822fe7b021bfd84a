import PortKnowledge

/// Counts as bars of text.
enum Bars {
  /// One line for each count, the longest bar with so many columns.
  static func lines(_ counts: [(name: String, count: Int)], columns: Int = 30) -> [MarkedText] {
    let most = max(1, counts.map(\.count).max() ?? 1)
    let width = counts.map(\.name.count).max() ?? 0
    return counts.map { name, count in
      let length = count == 0 ? 0 : max(1, count * columns / most)
      return MarkedText([
        .init(name + String(repeating: " ", count: width - name.count + 2)),
        .init(String(repeating: "█", count: length), .decisive),
        .init(" \(count)"),
      ])
    }
  }
}
