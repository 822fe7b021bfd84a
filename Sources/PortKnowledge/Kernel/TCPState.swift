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

  /// The eleven states of RFC 9293 (section 3.3.2), by the kernel's number.
  ///
  /// ``newSynReceived`` is not among them: outside netlink dumps it is ``synReceived``.
  public static let all: [TCPState] = [
    .established, .synSent, .synReceived, .finWait1, .finWait2, .timeWait, .closed, .closeWait,
    .lastAck, .listen, .closing,
  ]

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

  /// The name that netstat of the net-tools prints; "UNKNOWN" for a number that is not known here.
  ///
  /// Source: `tcp_state` in net-tools' `netstat.c`.
  public var netstatName: String {
    switch self {
    case .established: "ESTABLISHED"
    case .synSent: "SYN_SENT"
    case .synReceived, .newSynReceived: "SYN_RECV"
    case .finWait1: "FIN_WAIT1"
    case .finWait2: "FIN_WAIT2"
    case .timeWait: "TIME_WAIT"
    case .closed: "CLOSE"
    case .closeWait: "CLOSE_WAIT"
    case .lastAck: "LAST_ACK"
    case .listen: "LISTEN"
    case .closing: "CLOSING"
    default: "UNKNOWN"
    }
  }

  /// The two hexadecimal digits in the `st` column of `/proc/net/tcp`, for example `0A`.
  ///
  /// A half-open connection is `03` there, whichever of its two numbers the kernel uses inside
  /// (`get_openreq4` in `net/ipv4/tcp_ipv4.c`).
  public var procHex: String {
    let number = self == .newSynReceived ? Self.synReceived.rawValue : rawValue
    let digits = String(number, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }

  /// The name in RFC 9293 (section 3.3.2); "STATE-n" for a number that is not known here.
  public var rfcName: String {
    switch self {
    case .established: "ESTABLISHED"
    case .synReceived, .newSynReceived: "SYN-RECEIVED"
    case .closed: "CLOSED"
    default: ssName
    }
  }
}
