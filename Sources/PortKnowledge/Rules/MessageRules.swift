/// What recv() returns of what was sent, once everything has arrived and nothing got lost.
///
/// TCP is a stream of bytes and keeps no border between two send() calls (RFC 9293, section 3.8;
/// tcp(7)). UDP keeps each message: recv() takes one datagram, and what of it does not fit is lost
/// (udp(7), recv(2)). Measured on Linux 6.18.
public enum MessageRules {
  /// What one recv() returns.
  public enum Received: Hashable, Sendable {
    /// Bytes; none of them where a datagram is empty.
    case text(String)
    /// 0: the peer has ended its stream.
    case end
    /// Nothing waits: EAGAIN where the socket is non-blocking, else it would wait.
    case nothing
  }

  /// What each recv() returns.
  ///
  /// - Parameters:
  ///   - transport: TCP or UDP.
  ///   - sends: What each send() sends, in ASCII; an empty one sends an empty datagram over UDP and
  ///     nothing over TCP.
  ///   - isClosed: Whether the sender closes its socket after the last send().
  ///   - rooms: How many bytes each recv() takes at most; at least 1.
  /// - Returns: As many results as there are rooms.
  public static func received(
    _ transport: TransportProtocol, sends: [String], isClosed: Bool, rooms: [Int]
  ) -> [Received] {
    switch transport {
    case .tcp:
      var rest = sends.joined()[...]
      return rooms.map { room in
        guard !rest.isEmpty else { return isClosed ? .end : .nothing }
        let taken = rest.prefix(room)
        rest = rest.dropFirst(room)
        return .text(String(taken))
      }
    case .udp:
      return rooms.enumerated().map { index, room in
        sends.indices.contains(index) ? .text(String(sends[index].prefix(room))) : .nothing
      }
    }
  }

  /// How many recv() calls a reader needs up to and with the one that tells the end of a stream.
  public static func callsToEnd(sends: [String], room: Int) -> Int {
    let total = sends.reduce(0) { $0 + $1.utf8.count }
    return (total + room - 1) / room + 1
  }

  /// How many bytes of the datagrams that were read never reach the reader.
  public static func lost(sends: [String], rooms: [Int]) -> Int {
    zip(sends, rooms).reduce(0) { $0 + max(0, $1.0.utf8.count - $1.1) }
  }
}
