/// Writes a flat JSON object as one line of bytes, its members in the order in which they are added.
///
/// Everything is ASCII but letters and other characters that show themselves: control characters,
/// bidirectional and zero-width ones become `\u` escapes, so the file is safe to look at.
struct FlatWriter {
  /// The line up to now.
  private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]

  init() {
    bytes.reserveCapacity(256)
  }

  mutating func add(_ name: StaticString, _ text: String) {
    begin(name)
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func add(_ name: StaticString, _ number: some BinaryInteger) {
    begin(name)
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func add(_ name: StaticString, _ truth: Bool) {
    begin(name)
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  mutating func addNull(_ name: StaticString) {
    begin(name)
    bytes.append(contentsOf: "null".utf8)
  }

  /// Ends the line, and hands it out with its end.
  consuming func line() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private mutating func begin(_ name: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(UInt8(scalar.value))
    case 0x20...0x7E: bytes.append(UInt8(scalar.value))
    default:
      guard HiddenScalar.isHidden(scalar) else {
        return bytes.append(contentsOf: Character(scalar).utf8)
      }
      for unit in Character(scalar).utf16 {
        let digits = String(unit, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: repeatElement(0x30, count: 4 - digits.count))
        bytes.append(contentsOf: digits.utf8)
      }
    }
  }
}
