/// A TCP segment or a UDP datagram that has reached the machine and now needs a socket.
public struct ArrivingPacket: Hashable, Sendable {
  /// Protocol, source and destination, as they stand in the packet.
  public var tuple: FiveTuple
  /// Whether it is a SYN without ACK, which asks for a new connection; false for UDP.
  public var isSYN: Bool

  /// A packet with its five values.
  public init(_ tuple: FiveTuple, isSYN: Bool) {
    self.tuple = tuple
    self.isSYN = isSYN && tuple.transport == .tcp
  }

  /// A segment that asks for a new connection.
  public static func syn(from source: Endpoint, to destination: Endpoint) -> ArrivingPacket {
    ArrivingPacket(FiveTuple(.tcp, from: source, to: destination), isSYN: true)
  }

  /// A segment of a connection that its sender believes to exist, for example with data.
  public static func segment(from source: Endpoint, to destination: Endpoint) -> ArrivingPacket {
    ArrivingPacket(FiveTuple(.tcp, from: source, to: destination), isSYN: false)
  }

  /// A UDP datagram.
  public static func datagram(from source: Endpoint, to destination: Endpoint) -> ArrivingPacket {
    ArrivingPacket(FiveTuple(.udp, from: source, to: destination), isSYN: false)
  }
}
