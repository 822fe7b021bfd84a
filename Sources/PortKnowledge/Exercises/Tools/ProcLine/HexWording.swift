/// How a hexadecimal number is worked out, in words.
enum HexWording {
  /// `1·4096 + 15·256 + 9·16 + 0` for 8080; the sum itself is left to the reader.
  static func steps(_ port: PortNumber) -> String {
    let value = Int(port.rawValue)
    let digits = [(value >> 12, 4096), (value >> 8 & 15, 256), (value >> 4 & 15, 16)]
    let parts = digits.filter { $0.0 > 0 }.map { "\($0.0)·\($0.1)" }
    return (parts + ["\(value & 15)"]).joined(separator: " + ")
  }

  /// An octet as two digits.
  static func octet(_ value: UInt8) -> String { ProcNetLine.text(of: TCPState(rawValue: value)) }
}
