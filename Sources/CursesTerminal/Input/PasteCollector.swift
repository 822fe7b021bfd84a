/// Collects what is pasted until the terminal says that it ends.
struct PasteCollector {
  /// What ends a paste: `ESC [ 2 0 1 ~`.
  static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
  /// What begins one.
  private static let start: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x30, 0x7E]

  private var bytes: [UInt8] = []
  private var matched = 0

  /// Takes a byte; true when it completes the end.
  mutating func append(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      if matched < Self.end.count { return false }
      matched = 0
      return true
    }
    // The beginning of an end was text after all. Only its first byte is an Escape, so no other
    // beginning hides in it.
    for kept in Self.end.prefix(matched) { keep(kept) }
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep(byte) }
    return false
  }

  /// The text so far, without a scalar that the limit cut in two.
  var text: String {
    guard bytes.count >= KeyDecoder.pasteLimit else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let tail = bytes.reversed().prefix(3).prefix { (0x80...0xBF).contains($0) }.count
    let lead = bytes.dropLast(tail).last ?? 0
    let isCut = (UTF8Scalar.length(first: lead) ?? 1) > tail + 1
    return String(decoding: isCut ? bytes.dropLast(tail + 1) : bytes[...], as: UTF8.self)
  }

  /// Whether bytes hold the end of a paste that does not begin in them.
  ///
  /// Pasted text can carry the ending sequence itself, to have what follows taken for typing. Some
  /// terminals pass it on. The true end comes after it.
  static func hasStrayEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while let escape = bytes[index...].firstIndex(of: end[0]) {
      if bytes[escape...].starts(with: start) { return false }
      if bytes[escape...].starts(with: end) { return true }
      index = escape + 1
    }
    return false
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < KeyDecoder.pasteLimit { bytes.append(byte) }
  }
}
