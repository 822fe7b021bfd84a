/// Swift code as the rules look at it: comments and the words inside strings are blanked out, so
/// that naming something is not the same as using it.
///
/// Everything keeps its line. Code inside an interpolation stays code. Regular expression literals
/// are not known here; write such a pattern as a string.
enum SourceCode {
  /// The code of a Swift text.
  static func stripped(_ text: String) -> String {
    var scanner = Scanner(bytes: Array(text.utf8))
    scanner.code(until: nil)
    return String(decoding: scanner.output, as: UTF8.self)
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0
    var output: [UInt8] = []

    init(bytes: [UInt8]) {
      self.bytes = bytes
      output.reserveCapacity(bytes.count)
    }

    /// Copies code up to its end, or to the parenthesis that closes an interpolation.
    mutating func code(until end: UInt8?) {
      var depth = 0
      while position < bytes.count {
        if starts(with: "//") {
          blank(while: { $0.bytes[$0.position] != UInt8(ascii: "\n") })
        } else if starts(with: "/*") {
          blockComment()
        } else if let pounds = poundsBeforeQuote() {
          string(pounds: pounds)
        } else {
          let byte = bytes[position]
          if byte == UInt8(ascii: "(") { depth += 1 }
          if byte == UInt8(ascii: ")") { depth -= 1 }
          copy()
          if byte == end, depth < 0 { return }
        }
      }
    }

    /// Comments may hold comments.
    private mutating func blockComment() {
      var depth = 0
      repeat {
        if starts(with: "/*") {
          depth += 1
          blank(2)
        } else if starts(with: "*/") {
          depth -= 1
          blank(2)
        } else {
          blank(1)
        }
      } while depth > 0 && position < bytes.count
    }

    /// Copies the quotes and blanks what is between them.
    private mutating func string(pounds: Int) {
      copy(pounds)
      let quotes = starts(with: "\"\"\"") ? 3 : 1
      copy(quotes)
      let hashes = String(repeating: "#", count: pounds)
      let end = String(repeating: "\"", count: quotes) + hashes
      let escape = "\\" + hashes
      while position < bytes.count {
        if starts(with: end) {
          copy(end.utf8.count)
          return
        }
        if starts(with: escape + "(") {
          blank(escape.utf8.count)
          copy()
          code(until: UInt8(ascii: ")"))
        } else if starts(with: escape) {
          blank(escape.utf8.count + 1)
        } else if quotes == 1, bytes[position] == UInt8(ascii: "\n") {
          return
        } else {
          blank(1)
        }
      }
    }

    /// How many number signs stand before a quote that begins here; nil where none begins.
    private func poundsBeforeQuote() -> Int? {
      var end = position
      while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
      return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - position : nil
    }

    private func starts(with text: String) -> Bool {
      bytes[position...].starts(with: text.utf8)
    }

    private mutating func copy(_ count: Int = 1) {
      let end = min(position + count, bytes.count)
      output += bytes[position..<end]
      position = end
    }

    private mutating func blank(_ count: Int) {
      let end = min(position + count, bytes.count)
      output += bytes[position..<end].map {
        $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ")
      }
      position = end
    }

    private mutating func blank(while condition: (Scanner) -> Bool) {
      while position < bytes.count, condition(self) { blank(1) }
    }
  }
}
