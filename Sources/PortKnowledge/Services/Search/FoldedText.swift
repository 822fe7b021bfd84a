/// Several texts in lower case, laid out for many quick searches.
///
/// Each text begins and ends with a zero byte, so that one pass tells a whole text from its
/// beginning, from a word in it and from a part of a word.
struct FoldedText: Sendable {
  /// Where a text was found; better places first.
  enum Place: Int, Comparable {
    /// It is a whole text.
    case wholeText
    /// It is the first word of a text.
    case firstWord
    /// A text begins with it.
    case startOfText
    /// It is a whole word.
    case wholeWord
    /// A word begins with it.
    case startOfWord
    /// It is somewhere inside a word.
    case insideWord

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private let bytes: [UInt8]

  init(_ texts: [String]) {
    bytes = [0] + texts.flatMap { Array($0.lowercased().utf8) + [0] }
  }

  /// The best place in which the needle, in lower case, occurs, or nil.
  func bestPlace(of needle: [UInt8]) -> Place? {
    guard let first = needle.first, bytes.count > needle.count else { return nil }
    var best: Place?
    for start in 1..<(bytes.count - needle.count) where bytes[start] == first {
      guard bytes[start..<start + needle.count].elementsEqual(needle) else { continue }
      let place = place(from: start, to: start + needle.count)
      best = min(best ?? place, place)
      if best == .wholeText { break }
    }
    return best
  }

  private func place(from start: Int, to end: Int) -> Place {
    if bytes[start - 1] == 0, bytes[end] == 0 { return .wholeText }
    if Self.isWordByte(bytes[start - 1]) { return .insideWord }
    let endsWord = !Self.isWordByte(bytes[end])
    if bytes[start - 1] == 0 { return endsWord ? .firstWord : .startOfText }
    return endsWord ? .wholeWord : .startOfWord
  }

  /// Letters, digits and everything beyond ASCII belong to words.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
