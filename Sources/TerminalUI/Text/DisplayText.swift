/// Text that may be shown: the only kind that a canvas, a terminal line or a log takes.
///
/// Making one turns everything that could move the cursor, change colours, reorder or hide text
/// into visible tokens: control characters become their pictures (`␛`, `␊`), bidirectional and
/// zero-width characters become their code points (`\u{202E}`), and no base character carries more
/// than four combining ones. What remains is safe wherever it is written.
public struct DisplayText: Hashable, Sendable {
  /// The text, safe to write.
  public let string: String

  /// Makes any text safe to show.
  public init(_ text: some StringProtocol) {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      string = String(text)
    } else {
      string = Self.sanitized(text.unicodeScalars)
    }
  }

  /// How many combining scalars one base keeps.
  private static let combiningLimit = 4

  private static func sanitized(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    var combining = 0
    var hasBase = false
    for scalar in scalars {
      if let token = token(for: scalar) {
        result.append(contentsOf: token.unicodeScalars)
        combining = 0
        hasBase = true
      } else if ScalarWidth.columns(of: scalar) == 0 {
        if !hasBase { result.append("\u{25CC}") }
        hasBase = true
        combining += 1
        if combining <= combiningLimit { result.append(scalar) }
      } else {
        result.append(scalar)
        combining = 0
        // A line may be broken at a space, and what combines must not begin the next one.
        hasBase = scalar != " "
      }
    }
    return String(result)
  }

  /// What stands for a scalar that must not be written as it is; nil for one that may.
  private static func token(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x00...0x1F:
      return Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) }
    case 0x7F:
      return "\u{2421}"
    case 0x80...0x9F:
      return codePoint(scalar)
    default:
      break
    }
    // Latin letters, arrows, box drawing, blocks and symbols: nothing among them hides or moves.
    switch scalar.value {
    case 0xA0...0xAC, 0xAE...0x2FF, 0x2190...0x23FF, 0x2500...0x2B73: return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return codePoint(scalar)
    default:
      // Variation selectors and fillers: invisible although they are marks or letters.
      return scalar.properties.isDefaultIgnorableCodePoint ? codePoint(scalar) : nil
    }
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// How many columns it takes.
  public var columns: Int {
    string.utf8.count == string.unicodeScalars.count
      ? string.utf8.count
      : string.unicodeScalars.reduce(0) { $0 + ScalarWidth.columns(of: $1) }
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { string.isEmpty }

  /// One text after the other.
  public static func + (left: DisplayText, right: DisplayText) -> DisplayText {
    DisplayText(left.string + right.string)
  }

  /// The text cut to so many columns, with `…` in the last one where something is left out.
  public func truncated(to limit: Int) -> DisplayText {
    guard columns > limit else { return self }
    guard limit > 0 else { return "" }
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in string.unicodeScalars {
      used += ScalarWidth.columns(of: scalar)
      if used > limit - 1 { break }
      kept.append(scalar)
    }
    return DisplayText(String(kept) + "…")
  }

  /// The text with spaces up to so many columns, cut where it is longer.
  public func padded(to count: Int) -> DisplayText {
    let cut = truncated(to: count)
    return DisplayText(cut.string + String(repeating: " ", count: max(0, count - cut.columns)))
  }
}

extension DisplayText {
  /// The text with spaces before it up to so many columns, cut where it is longer.
  public func paddedLeft(to count: Int) -> DisplayText {
    let cut = truncated(to: count)
    return DisplayText(String(repeating: " ", count: max(0, count - cut.columns)) + cut.string)
  }
}

extension DisplayText: ExpressibleByStringInterpolation {
  /// Makes a literal, and what is interpolated into it, safe to show.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension DisplayText: CustomStringConvertible {
  /// The safe text.
  public var description: String { string }
}
