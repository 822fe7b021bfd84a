/// A port number: the 16-bit field of a TCP or UDP header, 0 to 65535 (RFC 9293 §3.1, RFC 768).
///
/// 0 is reserved on the wire; in `bind()` it asks the kernel to choose a port.
public struct PortNumber: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// The number, 0 to 65535.
  public let rawValue: UInt16

  /// Wraps a number that already is one of 0 to 65535.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Wraps a number of 16 bits.
  public init(_ value: UInt16) {
    rawValue = value
  }

  /// The port with this number, or nil where it does not fit in 16 bits.
  public init?(exactly value: Int) {
    guard let exact = UInt16(exactly: value) else { return nil }
    rawValue = exact
  }

  /// The port written as decimal digits and nothing else, or nil.
  ///
  /// Signs, spaces and more than five digits are refused: what a learner types is either a number
  /// from 0 to 65535 or it is not a port.
  public init?(text: some StringProtocol) {
    guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let value = UInt16(text)
    else { return nil }
    rawValue = value
  }

  /// Orders ports by number.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension PortNumber: ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// Wraps a literal of 0 to 65535.
  public init(integerLiteral value: UInt16) {
    rawValue = value
  }

  /// The decimal digits.
  public var description: String { String(rawValue) }
}
