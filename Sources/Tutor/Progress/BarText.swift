/// Bars of characters whose figures stand beside them.
enum BarText {
  /// A bar as long as its share of the greatest, padded to so many columns; anything above nothing
  /// has at least one mark.
  static func bar(_ value: Int, of most: Int, columns: Int) -> String {
    let length =
      value <= 0 || most <= 0 ? 0 : max(1, min(columns, (value * columns + most / 2) / most))
    return String(repeating: "█", count: length)
      + String(repeating: " ", count: columns - length)
  }
}
