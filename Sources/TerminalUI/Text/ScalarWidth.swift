/// How many columns a scalar takes on a terminal.
public enum ScalarWidth {
  /// 0 for a combining scalar, 2 for a wide one, 1 for any other.
  ///
  /// Control characters count as 1: they never reach a canvas (see ``DisplayText``).
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? softHyphen : 1 }
    if contains(value, in: zero) { return 0 }
    return contains(value, in: wide) ? 2 : 1
  }

  /// A soft hyphen is drawn as a hyphen, as the C library and terminals count it.
  private static let softHyphen = 1

  private static func contains(_ value: UInt32, in ranges: [ClosedRange<UInt32>]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[middle].upperBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }
}
