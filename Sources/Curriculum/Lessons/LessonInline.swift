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
}
