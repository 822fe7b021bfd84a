/// One TCP segment of a trace, with relative numbers.
public struct Segment: Hashable, Sendable {
  /// Who sent it.
  public var sender: ConnectionSide
  /// Its flags; PSH, which decides nothing, is left out.
  public var flags: Set<TCPFlag>
  /// The number of its first byte: `seq`.
  public var sequence: Int
  /// The number of the next byte that its sender expects: `ack`; nil without ACK.
  public var acknowledgement: Int?
  /// How many bytes of data it carries.
  public var bytes: Int
  /// The index of the sender's segment before it that used up numbers; nil for none in the trace.
  public var previousOwn: Int?
  /// The index of the other end's last segment, among those that use up numbers, which had arrived
  /// when it was sent; nil for none in the trace.
  public var previousArrived: Int?

  /// How many numbers it uses up: its bytes, and one each for SYN and FIN.
  ///
  /// RFC 9293 calls it SEG.LEN (section 3.4).
  public var length: Int {
    bytes + (flags.contains(.syn) ? 1 : 0) + (flags.contains(.fin) ? 1 : 0)
  }

  /// The number after its last one.
  public var end: Int { sequence + length }

  /// `SYN, ACK`.
  public var flagText: String { Self.text(of: flags) }

  /// Flags in the order in which they are usually written.
  public static func text(of flags: Set<TCPFlag>) -> String {
    TCPFlag.allCases.filter(flags.contains).map(\.rawValue).joined(separator: ", ")
  }
}
