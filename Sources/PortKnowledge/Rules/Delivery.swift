/// Where a packet goes, and what every socket of the machine has to do with it.
public struct Delivery: Hashable, Sendable {
  /// The position of the socket that gets it; nil for none.
  ///
  /// Where there is none, the kernel answers a segment with RST (RFC 9293 §3.5.2) and a datagram
  /// with ICMP "port unreachable" (RFC 1122 §4.1.3.1).
  public let receiver: Int?
  /// What is to be said about each socket, in their order.
  public let verdicts: [DeliveryVerdict]

  /// The rule by which it goes there; nil where nobody gets it.
  public var rule: DeliveryRule? {
    guard let receiver, case .receives(let rule) = verdicts[receiver] else { return nil }
    return rule
  }
}
