/// A run of text inside a paragraph, list item or table cell.
public enum LessonInline: Hashable, Sendable {
  /// Plain text.
  case text(String)
  /// A stressed word.
  case emphasis(String)
  /// A term or something important.
  case strong(String)
  /// A command, a call, a number as typed.
  case code(String)
  /// A link: what is shown, and where it leads.
  case link(text: String, destination: String)

  /// The text that is shown.
  public var text: String {
    switch self {
    case .text(let text), .emphasis(let text), .strong(let text), .code(let text),
      .link(let text, _):
      text
    }
  }

  /// Where a link leads, in words: an address, or `lesson 5` for the file of another lesson.
  public var linkTarget: String? {
    guard case .link(let text, let destination) = self, destination != text else { return nil }
    guard Self.isLessonFile(destination), let number = Int(destination.prefix(2)) else {
      return destination
    }
    return "lesson \(number)"
  }

  /// Whether an address is a file's name as lessons have them, `NN-name.md`: no path leads out of
  /// their folder.
  static func isLessonFile(_ destination: String) -> Bool {
    let digits = destination.prefix { $0.isASCII && $0.isNumber }
    return digits.count == 2 && destination.dropFirst(2).hasPrefix("-")
      && destination.hasSuffix(".md") && !destination.contains("/") && destination.count > 6
  }
}
