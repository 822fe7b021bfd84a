/// Scalars as bytes (RFC 3629).
enum UTF8Scalar {
  /// How many bytes a scalar has that begins with this one; nil where none begins so.
  static func length(first byte: UInt8) -> Int? {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  /// The scalar in a first byte and its continuation bytes; nil for what UTF-8 forbids and for
  /// control characters, which no key types.
  static func decode(_ bytes: [UInt8]) -> Unicode.Scalar? {
    guard let first = bytes.first, let count = length(first: first), bytes.count == count else {
      return nil
    }
    let lead = UInt32(first) & (0xFF >> UInt32(count + 1))
    let value = bytes.dropFirst().reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
    let least: UInt32 = [2: 0x80, 3: 0x800, 4: 0x1_0000][count] ?? 0
    guard value >= least, value > 0x9F else { return nil }
    return Unicode.Scalar(value)
  }
}
