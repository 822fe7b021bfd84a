/// Plain text as HTML.
enum HTMLText {
  /// The text with everything escaped that means something in HTML or to Anki; line ends become
  /// breaks.
  static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "<br>"
      // Anki takes {{ for a field, and [sound:, [latex] and the like for something to play or draw.
      case "{", "}": result += scalar == "{" ? "&#123;" : "&#125;"
      case "[" where place + 1 < scalars.count && isCommand(scalars[place + 1]): result += "&#91;"
      case "\t": result += " "
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Lines set as they are.
  static func block(_ lines: [String]) -> String {
    lines.isEmpty ? "" : "<pre>" + lines.map(escaped).joined(separator: "<br>") + "</pre>"
  }

  /// A list; numbered where asked for.
  static func list(_ items: [String], isOrdered: Bool = false) -> String {
    let tag = isOrdered ? "ol" : "ul"
    return "<\(tag)>" + items.map { "<li>\(escaped($0))</li>" }.joined() + "</\(tag)>"
  }

  /// A paragraph; nothing of an empty text.
  static func paragraph(_ text: String, label: String = "") -> String {
    guard !text.isEmpty else { return "" }
    return "<p>" + (label.isEmpty ? "" : "<b>\(escaped(label))</b> ") + escaped(text) + "</p>"
  }

  /// What is left of HTML of ours without its tags.
  static func plain(_ html: String) -> String {
    var text = ""
    var isTag = false
    for character in html {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" { isTag = false }
    }
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#123;", "{"), ("&#125;", "}"),
      ("&#91;", "["), ("&amp;", "&"),
    ]
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "$" || scalar == "/" || scalar.properties.isAlphabetic
  }
}
