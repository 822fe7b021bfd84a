import PortKnowledge
import Testing

/// A call read back from a figure of calls, so that an exercise is checked by what it shows.
struct FigureCall {
  /// Whose it is, by the column in which it stands.
  let side: ConnectionSide
  /// The call without its number.
  let text: String

  /// The calls of a figure whose first line names both ends.
  static func all(_ figure: [MarkedText]) throws -> [FigureCall] {
    let header = Array(try #require(figure.first).text)
    let name = Array("  server ")
    let start =
      try #require(
        header.indices.first { header[$0...].starts(with: name) }) + 2
    return try figure.dropFirst().enumerated().map { index, line in
      let characters = Array(line.text)
      try #require(line.text.hasPrefix("\(index + 1) "))
      let column = try #require(characters.indices.dropFirst().first { characters[$0] != " " })
      try #require(column == 3 || column == start)
      return FigureCall(
        side: column == 3 ? .client : .server, text: String(characters[column...]))
    }
  }

  /// The number in the text, for example of `send(5 bytes)`.
  var number: Int? { Int(text.filter(\.isNumber)) }

  /// The text between quotes.
  var quoted: String? {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }
}
