/// The five values that name a connection as one side sees it.
public struct FiveTuple: Hashable, Sendable {
  /// TCP or UDP.
  public var transport: TransportProtocol
  /// Where the segment or datagram comes from.
  public var source: Endpoint
  /// Where it goes.
  public var destination: Endpoint

  /// The tuple of a segment or datagram on its way from source to destination.
  public init(_ transport: TransportProtocol, from source: Endpoint, to destination: Endpoint) {
    self.transport = transport
    self.source = source
    self.destination = destination
  }

  /// The same connection as its other end sees it.
  public var swapped: FiveTuple { FiveTuple(transport, from: destination, to: source) }

  /// Whether both name one connection: the same protocol and the same *pair* of endpoints, in
  /// either order (RFC 9293 §3.4.1: a connection is defined by a pair of sockets).
  public func isSameConnection(as other: FiveTuple) -> Bool {
    self == other || self == other.swapped
  }

  /// The fields in which the two tuples, read from left to right, hold different values.
  public func differingFields(from other: FiveTuple) -> Set<TupleField> {
    var fields: Set<TupleField> = []
    if transport != other.transport { fields.insert(.transport) }
    if source.address != other.source.address { fields.insert(.sourceAddress) }
    if source.port != other.source.port { fields.insert(.sourcePort) }
    if destination.address != other.destination.address { fields.insert(.destinationAddress) }
    if destination.port != other.destination.port { fields.insert(.destinationPort) }
    return fields
  }
}

extension FiveTuple: LosslessStringConvertible {
  /// The tuple written `TCP 192.0.2.7:40112 → 192.0.2.10:443`, or nil.
  ///
  /// The protocol may be in lower case, and the arrow may be typed `->`.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 4, words[2] == "→" || words[2] == "->",
      let transport = TransportProtocol(rawValue: words[0].lowercased()),
      let source = Endpoint(String(words[1])), let destination = Endpoint(String(words[3]))
    else { return nil }
    self.init(transport, from: source, to: destination)
  }

  /// `TCP 192.0.2.7:40112 → 192.0.2.10:443`.
  public var description: String { "\(transport.name) \(source) → \(destination)" }
}
