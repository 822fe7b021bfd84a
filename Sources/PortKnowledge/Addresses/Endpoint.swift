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

extension Endpoint: LosslessStringConvertible {
  /// The endpoint written `192.0.2.1:443` or `[2001:db8::1]:443`, or nil.
  ///
  /// An IPv6 address needs its brackets, or nobody could tell its last group from the port; an
  /// IPv4 address has none. The port is written without leading zeros.
  public init?(_ text: String) {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    var host = text[..<colon]
    let digits = text[text.utf8.index(after: colon)...]
    guard let port = PortNumber(text: digits), digits.utf8.count == 1 || !digits.hasPrefix("0")
    else { return nil }
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]") && host.utf8.count > 1
    if isBracketed { host = host.dropFirst().dropLast() }
    guard let address = IPAddress(host), address.isIPv6 == isBracketed else { return nil }
    self.init(address, port)
  }

  /// `192.0.2.1:443`, or `[2001:db8::1]:443` for IPv6 (RFC 3986 §3.2.2).
  public var description: String {
    address.isIPv6 ? "[\(address)]:\(port)" : "\(address):\(port)"
  }
}
