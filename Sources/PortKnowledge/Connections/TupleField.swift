/// One of the five fields that name a connection.
public enum TupleField: String, Hashable, Sendable, CaseIterable, Codable {
  /// The transport protocol.
  case transport = "protocol"
  /// The address the segment comes from.
  case sourceAddress = "source address"
  /// The port the segment comes from.
  case sourcePort = "source port"
  /// The address the segment goes to.
  case destinationAddress = "destination address"
  /// The port the segment goes to.
  case destinationPort = "destination port"

  /// The field's name in running text.
  public var name: String { rawValue }
}
