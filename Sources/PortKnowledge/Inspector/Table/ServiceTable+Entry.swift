extension ServiceTable {
  /// The service of a port in one protocol; where the table has several, the most needed one.
  static func entry(on port: PortNumber, _ transport: TransportProtocol) -> Service? {
    guard port != 0 else { return nil }
    return services(on: port).filter { $0.transports.contains(transport) }.min {
      $0.tier < $1.tier
    }
  }
}

extension Service {
  /// A name for narrow columns: IANA's, or else the first of the common ones.
  var shortName: String { ianaName ?? commonNames.first ?? commonName }
}
