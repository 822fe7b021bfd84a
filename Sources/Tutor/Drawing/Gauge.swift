import TerminalUI

/// A bar that shows a part of a whole; the figures always stand beside it in words.
enum Gauge {
  /// The bar in so many columns.
  static func text(_ part: Int, of whole: Int, columns: Int) -> DisplayText {
    let filled = whole > 0 ? min(columns, (part * columns + whole / 2) / whole) : 0
    return DisplayText(
      String(repeating: "█", count: filled) + String(repeating: "░", count: columns - filled))
  }

  /// The part in percent, rounded.
  static func percent(_ part: Int, of whole: Int) -> Int {
    whole > 0 ? (part * 100 + whole / 2) / whole : 0
  }
}
