/// The segments of one TCP connection with their flags and numbers, none lost and none sent twice.
///
/// Rules (RFC 9293, sections 3.4, 3.5 and 3.6): a segment carries the number of its first byte as
/// `seq`. SYN and FIN count as one byte each, a plain ACK as none. `ack` is the number of the next
/// byte expected from the other end, and every segment but a client's first SYN carries it. Numbers
/// are relative: the SYN of each end has 0.
public struct SegmentTrace: Hashable, Sendable {
  /// The segments in the order in which they were sent.
  public private(set) var segments: [Segment] = []
  private var client: End
  private var server: End
  private var inFlight: [Int] = []

  /// What one end keeps count of.
  private struct End: Hashable, Sendable {
    /// The number of the next byte that it sends.
    var next = 0
    /// The number of the next byte that it expects; nil before the peer's SYN has come.
    var expected: Int?
    /// Its last segment that used up numbers, and the peer's last one that has arrived.
    var lastOwn: Int?
    var lastArrived: Int?
  }

  /// A trace that begins before the handshake.
  public init() {
    client = End()
    server = End()
  }

  /// A trace that begins on an open connection, all of which so far is acknowledged.
  ///
  /// The numbers are those of the next byte of each end; 1 and 1 right after the handshake.
  public init(nextOfClient: Int, nextOfServer: Int) {
    client = End(next: nextOfClient, expected: nextOfServer)
    server = End(next: nextOfServer, expected: nextOfClient)
  }

  /// Sends a segment, which arrives at once unless it is left in flight.
  ///
  /// - Parameters:
  ///   - side: Who sends it.
  ///   - content: What it holds besides the ACK that every segment has once it can.
  ///   - bytes: How many bytes of data.
  ///   - isLeftInFlight: Whether it arrives only with ``arrive()``: so segments cross.
  public mutating func send(
    _ side: ConnectionSide, _ content: Content = .plain, bytes: Int = 0,
    isLeftInFlight: Bool = false
  ) {
    var end = self[side]
    var flags: Set<TCPFlag> = []
    if content == .syn { flags.insert(.syn) }
    if content == .fin { flags.insert(.fin) }
    if end.expected != nil { flags.insert(.ack) }
    let segment = Segment(
      sender: side, flags: flags, sequence: end.next, acknowledgement: end.expected, bytes: bytes,
      previousOwn: end.lastOwn, previousArrived: end.lastArrived)
    if segment.length > 0 { end.lastOwn = segments.count }
    end.next += segment.length
    self[side] = end
    inFlight.append(segments.count)
    segments.append(segment)
    if !isLeftInFlight { arrive() }
  }

  /// What a segment holds besides data and ACK.
  public enum Content: Hashable, Sendable {
    /// Nothing.
    case plain
    /// A SYN.
    case syn
    /// A FIN.
    case fin
  }

  /// Lets everything in flight arrive, in the order in which it was sent.
  public mutating func arrive() {
    for index in inFlight {
      let segment = segments[index]
      guard segment.length > 0 else { continue }
      self[segment.sender.peer].expected = segment.end
      self[segment.sender.peer].lastArrived = index
    }
    inFlight = []
  }

  /// The other end answers the last segment with an RST, because it has no such connection.
  ///
  /// RFC 9293, section 3.5.2, group 1: to a segment with ACK an RST with that number as `seq` and no
  /// ACK of its own; to one without, an RST with `seq` 0 and with ACK.
  public mutating func refuse() {
    guard let refused = segments.last else { return }
    let index = segments.count - 1
    let reset =
      if let number = refused.acknowledgement {
        Segment(
          sender: refused.sender.peer, flags: [.rst], sequence: number, acknowledgement: nil,
          bytes: 0, previousOwn: nil, previousArrived: index)
      } else {
        Segment(
          sender: refused.sender.peer, flags: [.rst, .ack], sequence: 0,
          acknowledgement: refused.end, bytes: 0, previousOwn: nil, previousArrived: index)
      }
    segments.append(reset)
  }

  private subscript(side: ConnectionSide) -> End {
    get { side == .client ? client : server }
    set { if side == .client { client = newValue } else { server = newValue } }
  }
}
