/// What a probe of a port gets back, and what that says about the port.
///
/// The states are nmap's (nmap(1), "Port scanning basics" and "Port scanning techniques"). What a
/// program sees is Linux's: an ICMP code becomes an error number by `icmp_err_convert` in
/// `net/ipv4/icmp.c`; measured on Linux 6.18 for the codes 0, 1, 2, 3, 9, 10 and 13.
public enum PortProbe {
  /// What is sent.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// A SYN segment: nmap -sS.
    case syn
    /// A datagram: nmap -sU.
    case udp
    /// An ACK segment that belongs to no connection: nmap -sA.
    case ack
    /// A FIN segment that belongs to no connection: nmap -sF.
    case fin

    /// The option of nmap.
    public var option: String {
      switch self {
      case .syn: "-sS"
      case .udp: "-sU"
      case .ack: "-sA"
      case .fin: "-sF"
      }
    }

    /// The replies that can come back.
    public var replies: [Reply] {
      let icmp = Unreachable.allCases.map(Reply.icmp)
      return switch self {
      case .syn: [.synAck, .rst, .silence] + icmp
      case .udp: [.answer, .silence] + icmp
      case .ack, .fin: [.rst, .silence] + icmp
      }
    }
  }

  /// What comes back.
  public enum Reply: Hashable, Sendable {
    /// A segment with SYN and ACK.
    case synAck
    /// A segment with RST.
    case rst
    /// A datagram from the port.
    case answer
    /// An ICMP message "destination unreachable" (type 3).
    case icmp(Unreachable)
    /// Nothing, however often it is tried.
    case silence
  }

  /// A code of ICMP's type 3, "destination unreachable" (RFC 792, RFC 1122, RFC 1812).
  public enum Unreachable: Int, Hashable, Sendable, CaseIterable {
    /// Network unreachable.
    case network = 0
    /// Host unreachable.
    case host = 1
    /// Protocol unreachable.
    case transport = 2
    /// Port unreachable.
    case port = 3
    /// Network administratively prohibited.
    case networkProhibited = 9
    /// Host administratively prohibited.
    case hostProhibited = 10
    /// Communication administratively prohibited.
    case adminProhibited = 13

    /// The error number that Linux makes of it.
    public var errorName: String {
      switch self {
      case .network, .networkProhibited: "ENETUNREACH"
      case .host, .hostProhibited, .adminProhibited: "EHOSTUNREACH"
      case .transport: "ENOPROTOOPT"
      case .port: "ECONNREFUSED"
      }
    }

    /// Whether a connected UDP socket is told of it: of passing troubles it is not.
    public var isFatal: Bool { self != .network && self != .host }
  }

  /// A port's state in nmap's words.
  public enum PortState: String, Hashable, Sendable, CaseIterable {
    /// A program accepts there.
    case open
    /// The host answers, but nothing listens there.
    case closed
    /// Something keeps the probe or its answer away.
    case filtered
    /// The host can be reached; whether the port is open stays unknown.
    case unfiltered
    /// Either: an open port would be silent too.
    case openOrFiltered = "open|filtered"
  }

  /// The state that nmap reports for a reply; nil where the method does not get such a reply.
  public static func state(_ method: Method, _ reply: Reply) -> PortState? {
    guard method.replies.contains(reply) else { return nil }
    return switch (method, reply) {
    case (.syn, .synAck), (.udp, .answer): .open
    case (.syn, .rst), (.fin, .rst), (.udp, .icmp(.port)): .closed
    case (.ack, .rst): .unfiltered
    case (.udp, .silence), (.fin, .silence): .openOrFiltered
    default: .filtered
    }
  }

  /// What a blocking connect() over TCP returns in the end.
  public static func connectOutcome(_ reply: Reply) -> ExperimentOutcome {
    switch reply {
    case .synAck, .answer: .ok
    case .rst: .error("ECONNREFUSED")
    case .icmp(let code): .error(code.errorName)
    case .silence: .error("ETIMEDOUT")
    }
  }

  /// What recv() on a connected UDP socket returns after a send(); nil where it waits for ever.
  public static func receiveOutcome(_ reply: Reply, answer: String) -> ExperimentOutcome? {
    switch reply {
    case .answer: .text(answer)
    case .icmp(let code) where code.isFatal: .error(code.errorName)
    case .icmp, .silence, .synAck, .rst: nil
    }
  }
}
