/// A word of a filter as it was typed, and where it begins.
struct FilterWord: Hashable, Sendable {
  /// The word without quotes.
  var text: String
  /// The column of its first character, from 1.
  var column: Int
  /// Whether it stands in quotes together with other words, so that a shell hands them over as one
  /// argument.
  var isInArgument: Bool

  /// The words of a text.
  ///
  /// ss separates them by spaces alone: `sport=:80` and `(sport` are one word each.
  static func words(of text: some StringProtocol) throws(SocketFilterError) -> [FilterWord] {
    var words: [FilterWord] = []
    var word: FilterWord?
    var quote: (mark: Character, column: Int, firstWord: Int)?
    var column = 0
    func end() {
      if let word { words.append(word) }
      word = nil
    }
    for character in text {
      column += 1
      if character == quote?.mark {
        end()
        let first = quote?.firstWord ?? 0
        if words.count > first + 1 {
          for index in first..<words.count { words[index].isInArgument = true }
        }
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = (character, column, words.count + (word == nil ? 0 : 1))
        end()
      } else if character.isWhitespace {
        end()
      } else if character != "\\" {
        word = word ?? FilterWord(text: "", column: column, isInArgument: false)
        word?.text.append(character)
      }
    }
    if let quote {
      throw SocketFilterError(column: quote.column, "This quote is never closed.")
    }
    end()
    return words
  }
}
