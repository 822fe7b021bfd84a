extension IPAddress: LosslessStringConvertible {
  /// The address that a text holds: dotted decimal, or any form of RFC 4291 §2.2 for IPv6.
  ///
  /// Nil where the text is anything else, and never a guess. Dotted decimal means four numbers
  /// from 0 to 255 without leading zeros, because `inet_aton()` takes `010` for 8 and other
  /// programs take it for 10. A zone such as `%eth0` is no part of an address.
  public init?(_ text: String) {
    self.init(text[...])
  }

  /// The address that a part of a text holds, in the same forms.
  public init?(_ text: Substring) {
    // The longest form is eight groups of which the last two are dotted decimal.
    guard text.utf8.count <= 45 else { return nil }
    let parsed = text.utf8.contains(Self.colon) ? Self.version6(text.utf8) : Self.version4(text)
    guard let parsed else { return nil }
    self = parsed
  }

  private static let colon = UInt8(ascii: ":")
  private static let dot = UInt8(ascii: ".")

  private static func version4(_ text: Substring) -> IPAddress? {
    dotted(text.utf8).map(IPAddress.v4)
  }

  private static func dotted(_ text: Substring.UTF8View) -> UInt32? {
    let octets = text.split(separator: dot, omittingEmptySubsequences: false)
    guard octets.count == 4 else { return nil }
    var bits: UInt32 = 0
    for octet in octets {
      guard let value = octetValue(octet) else { return nil }
      bits = bits << 8 | value
    }
    return bits
  }

  private static func octetValue(_ digits: Substring.UTF8View) -> UInt32? {
    guard (1...3).contains(digits.count), digits.count == 1 || digits.first != 0x30 else {
      return nil
    }
    var value: UInt32 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + UInt32(digit - 0x30)
    }
    return value <= 255 ? value : nil
  }

  // MARK: IPv6

  private static func version6(_ text: Substring.UTF8View) -> IPAddress? {
    guard let gap = doubleColon(in: text) else {
      guard let all = groups(text, mayEndDotted: true), all.count == 8 else { return nil }
      return address(all)
    }
    let tail = text[text.index(gap, offsetBy: 2)...]
    // `::` stands for at least one group, and only the end of the whole text may be dotted.
    guard let front = groups(text[..<gap], mayEndDotted: false),
      let back = groups(tail, mayEndDotted: true), front.count + back.count < 8
    else { return nil }
    let zeros = [UInt16](repeating: 0, count: 8 - front.count - back.count)
    return address(front + zeros + back)
  }

  /// Where the first `::` begins; a second one leaves an empty group, which is refused later.
  private static func doubleColon(in text: Substring.UTF8View) -> Substring.Index? {
    zip(text.indices, text.indices.dropFirst()).first {
      text[$0] == colon && text[$1] == colon
    }?.0
  }

  /// The 16-bit groups of a part without `::`, whose last two may be written as an IPv4 address.
  private static func groups(_ text: Substring.UTF8View, mayEndDotted: Bool) -> [UInt16]? {
    if text.isEmpty { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: colon, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if mayEndDotted, index == parts.count - 1, part.contains(dot) {
        guard let bits = dotted(part) else { return nil }
        groups += [UInt16(bits >> 16), UInt16(truncatingIfNeeded: bits)]
      } else {
        guard let group = groupValue(part) else { return nil }
        groups.append(group)
      }
    }
    return groups
  }

  private static func groupValue(_ digits: Substring.UTF8View) -> UInt16? {
    guard (1...4).contains(digits.count) else { return nil }
    var value: UInt16 = 0
    for digit in digits {
      let number: UInt8
      switch digit {
      case 0x30...0x39: number = digit - 0x30
      case 0x41...0x46: number = digit - 0x41 + 10
      case 0x61...0x66: number = digit - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt16(number)
    }
    return value
  }

  private static func address(_ groups: [UInt16]) -> IPAddress {
    func half(_ range: Range<Int>) -> UInt64 {
      groups[range].reduce(0) { $0 << 16 | UInt64($1) }
    }
    return .v6(half(0..<4), half(4..<8))
  }
}
