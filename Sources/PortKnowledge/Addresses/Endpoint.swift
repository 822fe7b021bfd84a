/// One end of a conversation: an address and a port.
///
/// RFC 9293 §4 calls this a "socket"; the API calls it a socket *address*.
public struct Endpoint: Hashable, Sendable, Comparable {
  /// The address.
  public var address: IPAddress
  /// The port.
  public var port: PortNumber

  /// An address with a port.
  public init(_ address: IPAddress, _ port: PortNumber) {
    self.address = address
    self.port = port
  }

  /// By address, then by port.
  public static func < (left: Self, right: Self) -> Bool {
    (left.address, left.port) < (right.address, right.port)
  }
}

extension Endpoint: CustomStringConvertible {
  /// `192.0.2.1:443`, or `[2001:db8::1]:443` for IPv6 (RFC 3986 §3.2.2).
  public var description: String {
    address.isIPv6 ? "[\(address)]:\(port)" : "\(address):\(port)"
  }
}
