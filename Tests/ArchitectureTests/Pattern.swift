import Foundation

/// A regular expression (ICU's, because Swift's has no look-behind) and the lines it matches.
struct Pattern: Sendable {
  private let expression: NSRegularExpression

  /// A pattern in which `^` and `$` stand for the ends of a line.
  init(_ pattern: String) throws {
    expression = try NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
  }

  /// What is matched, or what the first group matched, each with its line's number from 1.
  func matches(in text: String) -> [(line: Int, text: String)] {
    let whole = text as NSString
    var line = 1
    var counted = 0
    return expression.matches(in: text, range: NSRange(location: 0, length: whole.length))
      .map { match in
        let group = match.numberOfRanges > 1 ? match.range(at: 1) : match.range
        let gap = NSRange(location: counted, length: match.range.location - counted)
        line += whole.substring(with: gap).utf8.count { $0 == UInt8(ascii: "\n") }
        counted = match.range.location
        return (line, whole.substring(with: group))
      }
  }
}
