/// Finds what somebody meant who mistyped a word.
enum Spelling {
  /// The candidate that is nearest to a word; nil where none is near.
  ///
  /// One mistake is allowed for every three letters: a letter missing, added, another one, or two
  /// exchanged.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased().utf8)
    guard (2...24).contains(typed.count) else { return nil }
    var best: (word: String, cost: Int)?
    for candidate in candidates {
      let letters = Array(candidate.utf8)
      let allowed = max(1, min(typed.count, letters.count) / 3)
      guard abs(letters.count - typed.count) <= allowed else { continue }
      let distance = distance(typed, letters)
      // A letter is forgotten more often than another one is typed.
      let cost = distance * 2 + (isSubsequence(typed, of: letters) ? 0 : 1)
      if distance <= allowed, cost < best?.cost ?? .max { best = (candidate, cost) }
    }
    return best?.word
  }

  private static func isSubsequence(_ word: [UInt8], of other: [UInt8]) -> Bool {
    var rest = word[...]
    for letter in other where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// The number of mistakes between two words (optimal string alignment).
  static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var twoAbove: [Int] = []
    var above = Array(0...other.count)
    for row in one.indices {
      var line = [row + 1]
      for column in other.indices {
        let isSame = one[row] == other[column]
        var cost = min(above[column + 1] + 1, line[column] + 1, above[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          cost = min(cost, twoAbove[column - 1] + 1)
        }
        line.append(cost)
      }
      twoAbove = above
      above = line
    }
    return above[other.count]
  }
}
