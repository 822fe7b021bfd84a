/// A transport protocol that has ports.
///
/// TCP and UDP number theirs independently.
public enum TransportProtocol: String, Hashable, Sendable, CaseIterable, Codable, Comparable {
  /// The Transmission Control Protocol, RFC 9293.
  case tcp
  /// The User Datagram Protocol, RFC 768.
  case udp

  /// The name in capitals, as standards write it.
  public var name: String { rawValue.uppercased() }

  /// TCP before UDP.
  public static func < (left: Self, right: Self) -> Bool {
    left == .tcp && right == .udp
  }
}
