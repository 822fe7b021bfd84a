extension IPAddress: CustomStringConvertible {
  /// Dotted decimal for IPv4, the one form of RFC 5952 for IPv6.
  ///
  /// Of IPv6 addresses only the IPv4-mapped ones end in dotted decimal (§5). Those of a NAT64
  /// prefix do not: the tools, too, show them in hexadecimal.
  public var description: String {
    switch self {
    case .v4(let bits):
      return Self.dotted(bits)
    case .v6(let high, let low):
      if high == 0, low >> 32 == 0xFFFF {
        return "::ffff:" + Self.dotted(UInt32(truncatingIfNeeded: low))
      }
      return Self.compressed(Self.groups(high, low))
    }
  }

  private static func dotted(_ bits: UInt32) -> String {
    [24, 16, 8, 0].map { String(bits >> $0 & 0xFF) }.joined(separator: ".")
  }

  private static func groups(_ high: UInt64, _ low: UInt64) -> [UInt16] {
    [high, low].flatMap { half in
      [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> UInt64($0)) }
    }
  }

  /// Replaces the longest run of two or more zero groups, the first of equal ones, by `::`.
  private static func compressed(_ groups: [UInt16]) -> String {
    var best = 0..<0
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start > max(best.count, 1) { best = start..<index }
      start = index + 1
    }
    func text(_ range: Range<Int>) -> String {
      groups[range].map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard !best.isEmpty else { return text(0..<groups.count) }
    return text(0..<best.lowerBound) + "::" + text(best.upperBound..<groups.count)
  }
}
