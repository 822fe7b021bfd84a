/// How the arguments of a call are written in its record.
enum CallText {
  /// The most bytes of a message that a record shows.
  static let shownBytes = 48

  /// Bytes as a C string literal: printable ASCII as it is, everything else escaped, cut with `…`.
  static func quoted(_ bytes: [UInt8]) -> String {
    var text = "\""
    for byte in bytes.prefix(shownBytes) {
      switch byte {
      case 0x0A: text += "\\n"
      case 0x0D: text += "\\r"
      case 0x09: text += "\\t"
      case 0x22, 0x5C: text += "\\" + String(UnicodeScalar(byte))
      case 0x20...0x7E: text += String(UnicodeScalar(byte))
      default: text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return text + (bytes.count > shownBytes ? "\"…" : "\"")
  }
}
