/// Two texts line by line: what both have, what went (-) and what came (+).
public struct LineDifference: CustomStringConvertible {
  /// The lines, each with its sign in front.
  public let description: String

  /// Compares two texts.
  public init(from old: String, to new: String) {
    let oldLines = Self.lines(old)
    let newLines = Self.lines(new)
    let difference = newLines.difference(from: oldLines)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var result: [String] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < oldLines.count || newIndex < newLines.count {
      if removed.contains(oldIndex) {
        result.append("- " + Self.visible(oldLines[oldIndex]))
        oldIndex += 1
      } else if inserted.contains(newIndex) {
        result.append("+ " + Self.visible(newLines[newIndex]))
        newIndex += 1
      } else {
        result.append("  " + oldLines[oldIndex])
        oldIndex += 1
        newIndex += 1
      }
    }
    description = result.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The line with its spaces at the end made visible.
  private static func visible(_ line: String) -> String {
    let kept = line.reversed().drop { $0 == " " }.count
    return line.prefix(kept) + String(repeating: "·", count: line.count - kept)
  }
}
