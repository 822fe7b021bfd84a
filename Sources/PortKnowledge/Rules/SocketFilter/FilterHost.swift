/// What follows `src` or `dst`: an address or a network, a port, or both.
struct FilterHost: Hashable, Sendable {
  /// The network; nil for any address.
  var address: IPAddress?
  /// How many of the address's first bits must agree.
  var prefixLength = 0
  /// The port; nil for any.
  var port: PortNumber?

  /// Whether an endpoint is meant.
  ///
  /// An IPv4 network also means addresses that are mapped into IPv6, as `::ffff:192.0.2.7` is. An
  /// IPv6 network never means a row of IPv4.
  func contains(_ endpoint: Endpoint) -> Bool {
    if let port, port != endpoint.port { return false }
    switch address {
    case nil: return true
    case .v4(let bits):
      guard case .v4(let other) = endpoint.address.unmapped else { return false }
      return Self.agree(UInt64(bits) << 32, UInt64(other) << 32, prefixLength)
    case .v6(let high, let low):
      guard case .v6(let otherHigh, let otherLow) = endpoint.address else { return false }
      return Self.agree(high, otherHigh, prefixLength)
        && Self.agree(low, otherLow, prefixLength - 64)
    }
  }

  /// Whether the first bits agree; so many that are not there always do.
  private static func agree(_ one: UInt64, _ other: UInt64, _ count: Int) -> Bool {
    if count <= 0 { return true }
    return (one ^ other) >> UInt64(64 - min(count, 64)) == 0
  }
}
