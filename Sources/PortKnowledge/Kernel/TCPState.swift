/// A state of a TCP socket, by the number the Linux kernel gives it (`include/net/tcp_states.h`).
///
/// A structure over the number rather than an enumeration, so that a state which a later kernel
/// adds is shown and not lost.
public struct TCPState: RawRepresentable, Hashable, Sendable {
  /// The kernel's number, as in the `st` column of `/proc/net/tcp`.
  public let rawValue: UInt8

  /// A state by the kernel's number.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A connection on which data may flow both ways.
  public static let established = TCPState(rawValue: 1)
  /// A client that has sent its SYN and waits for the answer.
  public static let synSent = TCPState(rawValue: 2)
  /// A server's half-open connection: SYN received, SYN+ACK sent.
  public static let synReceived = TCPState(rawValue: 3)
  /// Closed here: our FIN is sent and not yet acknowledged.
  public static let finWait1 = TCPState(rawValue: 4)
  /// Closed here and acknowledged: waiting for the peer's FIN.
  public static let finWait2 = TCPState(rawValue: 5)
  /// The side that closed first, waiting until old segments are surely gone.
  public static let timeWait = TCPState(rawValue: 6)
  /// No connection: fresh or bound only.
  ///
  /// For UDP: no peer.
  public static let closed = TCPState(rawValue: 7)
  /// The peer has closed, this program has not.
  public static let closeWait = TCPState(rawValue: 8)
  /// Closed after the peer: waiting for the acknowledgement of our FIN.
  public static let lastAck = TCPState(rawValue: 9)
  /// A listener.
  public static let listen = TCPState(rawValue: 10)
  /// Both sides closed at once and the FINs crossed.
  public static let closing = TCPState(rawValue: 11)
  /// The kernel's own name for a half-open connection in netlink dumps; ss prints SYN-RECV.
  public static let newSynReceived = TCPState(rawValue: 12)

  /// The name that ss prints; "STATE-n" for a number that is not known here.
  public var ssName: String {
    switch self {
    case .established: "ESTAB"
    case .synSent: "SYN-SENT"
    case .synReceived, .newSynReceived: "SYN-RECV"
    case .finWait1: "FIN-WAIT-1"
    case .finWait2: "FIN-WAIT-2"
    case .timeWait: "TIME-WAIT"
    case .closed: "UNCONN"
    case .closeWait: "CLOSE-WAIT"
    case .lastAck: "LAST-ACK"
    case .listen: "LISTEN"
    case .closing: "CLOSING"
    default: "STATE-\(rawValue)"
    }
  }
}
