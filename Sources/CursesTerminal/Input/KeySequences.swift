import TerminalUI

/// What the usual control characters and sequences mean.
enum KeySequences {
  /// The key of a control character; nil for one that means nothing.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: nil
    }
  }

  /// The keys of `ESC O` and one more byte.
  static let shifted: [UInt8: Key] = letters.merging([
    0x4D: .enter, 0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
  ]) { $1 }

  /// The key of `ESC [`, parameters and a final byte; nil for one that means nothing.
  ///
  /// A second parameter says which of Shift, Alt and Control were held; the key stays the same.
  static func key(parameters: [UInt8], final: UInt8) -> Key? {
    let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)
    guard numbers.count <= 2, parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else {
      return nil
    }
    let first = numbers.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    if final == 0x7E { return first.flatMap { numbered[$0] } }
    guard first == nil && parameters.isEmpty || first == 1 else { return nil }
    if let key = letters[final] { return key }
    // `ESC [ 1 ; 2 R` could also be a report of where the cursor stands, so F3 is left out.
    switch final {
    case 0x50: return .function(1)
    case 0x51: return .function(2)
    case 0x53: return .function(4)
    case 0x5A: return .backTab
    default: return nil
    }
  }

  private static let letters: [UInt8: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// The names of keys in a terminal's description (terminfo(5)).
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
