/// What stands for a character where the terminal's character set is not UTF-8.
///
/// A stand-in takes as many columns as what it replaces, so columns keep their places.
public enum ASCIIStandIn {
  /// The stand-in for one scalar with what combines with it.
  public static func text(for glyph: String) -> String {
    guard let scalar = glyph.unicodeScalars.first else { return " " }
    if scalar.isASCII { return String(Character(scalar)) }
    if let known = table[scalar] { return String(Character(known)) }
    return String(repeating: "?", count: max(1, ScalarWidth.columns(of: scalar)))
  }

  /// Whether a scalar outside ASCII has a stand-in that says the same.
  public static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || table[scalar] != nil
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("-", "─━╌–—−·"), ("|", "│┃╎"), ("+", "┌┐└┘├┤┬┴┼╭╮╰╯✓"), ("x", "✗×"), ("=", "▅▆═"),
      (">", "▸▶→›»⇒"), ("<", "◂◀←‹«⇐"), ("^", "▲▴↑"), ("v", "▼▾↓"), ("*", "•●◆★"),
      ("o", "○◇☐"), ("#", "█▇▉"), (".", "░▂…"), (":", "▒"), ("_", "▁"), ("~", "▃▄≈⏎"),
      ("'", "’‘"), ("\"", "“”„"), ("-", "↔⇄"), ("/", "∕"), ("!", "≠"), ("S", "§"), ("u", "µ"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (standIn, scalars) in groups {
      for scalar in scalars.unicodeScalars { table[scalar] = standIn }
    }
    return table
  }()
}
