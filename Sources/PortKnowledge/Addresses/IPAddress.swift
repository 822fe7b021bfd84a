/// An IPv4 or IPv6 address.
public enum IPAddress: Hashable, Sendable, Comparable {
  /// An IPv4 address: 32 bits, the first octet in the highest ones.
  case v4(UInt32)
  /// An IPv6 address: the upper and the lower 64 bits.
  case v6(UInt64, UInt64)

  /// 127.0.0.1, this machine over IPv4.
  public static let loopback = IPAddress.v4(0x7F00_0001)
  /// ::1, this machine over IPv6.
  public static let loopback6 = IPAddress.v6(0, 1)
  /// 0.0.0.0, every local IPv4 address.
  public static let any = IPAddress.v4(0)
  /// ::, every local IPv6 address, and the IPv4 ones too where the socket is dual-stack.
  public static let any6 = IPAddress.v6(0, 0)

  /// The IPv4 address of four octets in the order in which they are written.
  public static func octets(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> IPAddress {
    .v4(UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d))
  }

  /// Whether this is an IPv6 address.
  public var isIPv6: Bool {
    if case .v6 = self { true } else { false }
  }

  /// Whether this is 0.0.0.0 or ::, which stand for all local addresses in `bind()`.
  public var isWildcard: Bool { self == .any || self == .any6 }

  /// Whether this is in 127.0.0.0/8 (RFC 1122 §3.2.1.3) or is ::1 (RFC 4291 §2.5.3).
  ///
  /// An IPv4-mapped address counts as the IPv4 address it holds.
  public var isLoopback: Bool {
    switch unmapped {
    case .v4(let bits): bits >> 24 == 127
    case .v6: self == .loopback6
    }
  }

  /// The IPv4 address inside an IPv4-mapped `::ffff:a.b.c.d` (RFC 4291 §2.5.5.2), else itself.
  public var unmapped: IPAddress {
    if case .v6(0, let low) = self, low >> 32 == 0xFFFF {
      return .v4(UInt32(truncatingIfNeeded: low))
    }
    return self
  }

  /// An IPv4 address written as IPv6, `::ffff:a.b.c.d` (RFC 4291 §2.5.5.2); an IPv6 one as it is.
  public var mapped: IPAddress {
    guard case .v4(let bits) = self else { return self }
    return .v6(0, 0xFFFF_0000_0000 | UInt64(bits))
  }

  /// IPv4 before IPv6, each by number.
  public static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.v4(let a), .v4(let b)): a < b
    case (.v4, .v6): true
    case (.v6, .v4): false
    case (.v6(let a, let b), .v6(let c, let d)): (a, b) < (c, d)
    }
  }
}
