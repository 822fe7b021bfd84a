/// A word of a query as it was typed, and where it begins.
struct QueryWord: Hashable, Sendable {
  /// The word without quotes.
  var text: Substring
  /// The column of its first character, from 1; a quote before it counts.
  var column: Int
  /// Whether it began with a quote.
  var isQuoted: Bool

  /// More words than anybody types.
  private static let most = 200

  /// The words of a text, which blanks separate where they do not stand in quotes.
  static func words(of text: String) throws(SocketQueryError) -> [QueryWord] {
    var words: [QueryWord] = []
    var word: (text: String, column: Int, isQuoted: Bool)?
    var quote: (mark: Character, column: Int)?
    var column = 0
    for character in text {
      column += 1
      if let open = quote {
        if character == open.mark {
          quote = nil
        } else {
          word?.text.append(character)
        }
      } else if character == "'" || character == "\"" {
        quote = (character, column)
        word = word ?? ("", column, true)
      } else if character.isWhitespace {
        if let word { words.append(QueryWord(word)) }
        word = nil
      } else {
        word = word ?? ("", column, false)
        word?.text.append(character)
      }
    }
    if let quote { throw SocketQueryError(column: quote.column, "this quote is never closed") }
    if let word { words.append(QueryWord(word)) }
    if words.count > most {
      throw SocketQueryError(column: words[most].column, "at most \(most) words are read")
    }
    return words
  }

  private init(_ word: (text: String, column: Int, isQuoted: Bool)) {
    text = word.text[...]
    column = word.column
    isQuoted = word.isQuoted
  }

  /// Whether an expression of ss begins with this word.
  var beginsFilter: Bool {
    if isQuoted {
      // A whole expression in quotes, as it stands behind ss in a shell.
      guard let blank = text.firstIndex(where: \.isWhitespace) else { return false }
      return Self.isFilterWord(text[..<blank])
    }
    return Self.isFilterWord(text)
  }

  private static func isFilterWord(_ word: Substring) -> Bool {
    switch word {
    case "sport", "dport", "src", "dst", "state", "exclude", "excl", "not", "!", "and", "or", "&&",
      "||", "&", "|", "(", ")":
      return true
    default:
      if word.hasPrefix("(") { return true }
      // Stuck together, as in `sport=:443`: the filter's parser says what is wrong with it.
      return ["sport", "dport", "src", "dst"].contains { key in
        word.hasPrefix(key) && word.dropFirst(key.count).first.map { "=<>!".contains($0) } ?? false
      }
    }
  }
}
