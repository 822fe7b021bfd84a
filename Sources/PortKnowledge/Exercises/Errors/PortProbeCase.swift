/// A probe of one port, what comes back, and why.
struct PortProbeCase {
  /// What is sent and what comes back.
  struct Kind: Sendable {
    let method: PortProbe.Method
    let reply: PortProbe.Reply
    let cause: Cause

    init(_ method: PortProbe.Method, _ reply: PortProbe.Reply, cause: Cause = .plain) {
      self.method = method
      self.reply = reply
      self.cause = cause
    }
  }

  /// Why just this comes back, as far as it is not what one expects.
  enum Cause: String, Sendable {
    /// What one expects.
    case plain
    /// A listener whose accept queue is full.
    case fullQueue
    /// A firewall that answers with a RST.
    case firewall
    /// A UDP server that does not answer this datagram.
    case quietServer
    /// A listener on another address of the host.
    case otherAddress
    /// Only a UDP socket has the port.
    case udpOnly
  }

  let kind: Kind
  /// The port that is probed; its lowest bit is the seed's.
  var target: Endpoint
  /// Another address of the same host.
  var other: IPAddress

  init(_ kind: Kind, from draw: inout CaseDraw) {
    self.kind = kind
    let host: UInt8 = draw.number(in: 2...120)
    let port = 1024 + 2 * draw.number(in: UInt16(0)...4000) + UInt16(draw.seed & 1)
    target = Endpoint(.octets(192, 0, 2, host), PortNumber(port))
    other = .octets(192, 0, 2, host + 100)
  }

  var method: PortProbe.Method { kind.method }
  var reply: PortProbe.Reply { kind.reply }

  /// What nmap reports.
  var state: PortProbe.PortState { PortProbe.state(method, reply) ?? .filtered }

  /// What a program gets: connect() for TCP, recv() after a send() for UDP.
  ///
  /// Nil where no program sends such a probe; EAGAIN stands for a recv() that would wait for ever.
  var programOutcome: ExperimentOutcome? {
    switch method {
    case .syn: PortProbe.connectOutcome(reply)
    case .udp: PortProbe.receiveOutcome(reply, answer: Self.answer) ?? .error("EAGAIN")
    case .ack, .fin: nil
    }
  }

  static let answer = "pong"

  // MARK: How it is shown

  /// What is sent, in a few words.
  var sent: String {
    switch method {
    case .syn: "SYN"
    case .udp: "a datagram"
    case .ack: "ACK, of no connection"
    case .fin: "FIN, of no connection"
    }
  }

  /// What comes back, in a few words.
  var received: String { Self.text(of: reply) }

  /// A reply in a few words.
  static func text(of reply: PortProbe.Reply) -> String {
    switch reply {
    case .synAck: "SYN and ACK"
    case .rst: "RST"
    case .answer: "a datagram"
    case .silence: "nothing, however often it is tried"
    case .icmp(let code): "ICMP type 3 code \(code.rawValue), \(Self.name(of: code))"
    }
  }

  /// A reply in two or three words, for a narrow table.
  static func shortText(of reply: PortProbe.Reply) -> String {
    switch reply {
    case .silence: "nothing"
    case .icmp(let code): "ICMP 3/\(code.rawValue), \(Self.name(of: code))"
    default: text(of: reply)
    }
  }

  private static func name(of code: PortProbe.Unreachable) -> String {
    switch code {
    case .network: "net unreachable"
    case .host: "host unreachable"
    case .transport: "protocol unreachable"
    case .port: "port unreachable"
    case .networkProhibited: "net prohibited"
    case .hostProhibited: "host prohibited"
    case .adminProhibited: "admin prohibited"
    }
  }

  /// The cause in a sentence that may be shown to whoever asks what a program sees.
  var situation: String {
    let port = target.port
    switch (kind.cause, reply) {
    case (.fullQueue, _): return "a listener on port \(port), its accept queue full"
    case (.firewall, _): return "a firewall rejects with tcp reset"
    case (.quietServer, _): return "a UDP server receives, but answers no such datagram"
    case (.otherAddress, _): return "listens on \(Endpoint(other, port)) only"
    case (.udpOnly, _): return "only a UDP socket has port \(port)"
    case (.plain, .synAck): return "a listener on port \(port)"
    case (.plain, .rst): return "up, nothing listens on port \(port)"
    case (.plain, .answer): return "a UDP server answers \u{201C}\(Self.answer)\u{201D}"
    case (.plain, .icmp(.port)):
      return method == .udp
        ? "up, nothing receives on port \(port)" : "a firewall rejects port \(port)"
    case (.plain, .icmp): return "a router or firewall answers in its place"
    case (.plain, .silence): return "a firewall drops it"
    }
  }

  /// The probe and what comes back, and the cause where it is to be shown.
  func rows(isCauseShown: Bool, isReplyShown: Bool = true) -> AlignedRows {
    let protocolName = method == .udp ? "UDP" : "TCP"
    var texts = [["sent", "\(protocolName) to \(target): \(sent)"]]
    if isCauseShown { texts.append(["there", situation]) }
    if isReplyShown { texts.append(["back", received]) }
    return AlignedRows(texts: texts)
  }

  // MARK: Data

  /// All values of the case.
  var data: [String: CaseValue] {
    [
      "method": .text(method.rawValue), "nmapOption": .text(method.option),
      "target": CaseValue(target), "reply": .text(Self.shortText(of: reply)),
      "cause": .text(kind.cause.rawValue), "otherAddress": CaseValue(other),
      "state": .text(state.rawValue),
      "program": programOutcome.map { .text(Self.programText(of: $0)) } ?? .null,
    ]
  }

  /// What a program gets, as it is chosen.
  static func programText(of outcome: ExperimentOutcome) -> String {
    switch outcome {
    case .error("EAGAIN"): "no answer: recv() waits"
    case .text(let text): "\"\(text)\""
    default: ErrorScript.text(of: outcome)
    }
  }
}
