/// Finds what somebody meant who typed a name wrong.
enum NearestName {
  /// The name with the fewest typing errors: at most a third of its letters, and two at most for
  /// short ones; nil where none is that near.
  ///
  /// The errors are those of the optimal string alignment distance: a letter too many, too few,
  /// another one, or two neighbours swapped.
  static func of(_ typed: String, among names: [String]) -> String? {
    let typed = Array(typed.lowercased().unicodeScalars.prefix(64))
    let candidates = names.map { name in
      (name: name, distance: distance(typed, Array(name.lowercased().unicodeScalars)))
    }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(2, best.name.count / 3) ? best.name : nil
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
