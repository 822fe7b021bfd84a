/// A flag of a TCP segment, as far as traces here show them; RFC 9293, section 3.1.
public enum TCPFlag: String, Hashable, Sendable, CaseIterable {
  /// The sender's numbers begin.
  case syn = "SYN"
  /// The sender sends nothing more.
  case fin = "FIN"
  /// The connection is broken off, or never was.
  case rst = "RST"
  /// The field `ack` counts.
  case ack = "ACK"
}
