extension Endpoint {
  /// An IPv4 endpoint as an IPv6 socket shows it; an IPv6 one as it is.
  var mapped: Endpoint {
    guard case .v4(let bits) = address else { return self }
    return Endpoint(.v6(0, 0xFFFF << 32 | UInt64(bits)), port)
  }
}
