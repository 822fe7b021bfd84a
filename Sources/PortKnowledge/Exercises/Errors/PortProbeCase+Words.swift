extension PortProbeCase {
  /// Why the port has its state, in one sentence.
  var reason: String {
    let port = target.port
    switch (method, reply) {
    case (.syn, .synAck): return "A SYN and ACK come from a listener: port \(port) is open."
    case (.syn, .rst): return "The RST says that nothing takes connections on port \(port)."
    case (.syn, .silence):
      return "Neither a SYN and ACK nor a RST comes: something drops the SYN, or the answer."
    case (.syn, .icmp(.port)):
      return "A closed TCP port answers with a RST; an ICMP message comes from a filter."
    case (.syn, _): return "Somebody on the way answers instead of port \(port)."
    case (.udp, .answer): return "Only a program that has port \(port) can answer."
    case (.udp, .icmp(.port)):
      return "This is what a host sends where nothing has UDP port \(port)."
    case (.udp, .icmp): return "Somebody on the way answers instead of port \(port)."
    case (.udp, _):
      return "A UDP program may stay silent, and a firewall that drops is silent too."
    case (.ack, .rst):
      return
        "Open and closed ports answer a stray ACK alike, with a RST: so nothing filters this ACK."
    case (.ack, _): return "A RST would come from every port, so something keeps it away."
    case (.fin, .rst): return "Only a closed port answers a stray FIN with a RST."
    case (.fin, .silence):
      return "An open port ignores a stray FIN, and a firewall that drops is silent too."
    case (.fin, _): return "Somebody on the way answers instead of port \(port)."
    }
  }

  /// The same where the cause is known too, and misleads; nil where it does not.
  var causeReason: String? {
    let port = target.port
    return switch kind.cause {
    case .plain: nil
    case .fullQueue: "Port \(port) has a listener, but a full queue drops the SYN like a filter."
    case .firewall: "A firewall's RST looks just like that of a closed port."
    case .quietServer: "A server that stays silent looks like a filter that drops."
    case .otherAddress: "On \(target.address) nothing listens, so the host answers with a RST."
    case .udpOnly: "UDP ports are others than TCP ports; for TCP nothing listens on \(port)."
    }
  }

  /// What a state would need, in one sentence.
  func meaning(of state: PortProbe.PortState) -> String {
    switch (state, method) {
    case (.open, .syn): "Open would be a SYN and ACK."
    case (.open, .udp): "Open would be a datagram in answer."
    case (.open, _): "A stray segment never shows that a port is open."
    case (.closed, .udp): "Closed would be ICMP port unreachable."
    case (.closed, .ack): "A stray ACK never shows that a port is closed: open ones answer alike."
    case (.closed, _): "Closed would be a RST."
    case (.filtered, .udp): "Filtered would be another ICMP message than port unreachable."
    case (.filtered, .fin): "Filtered would be an ICMP message."
    case (.filtered, _): "Filtered would be silence or an ICMP message."
    case (.unfiltered, .ack): "Unfiltered would be a RST."
    case (.unfiltered, _): "Only a probe with ACK says unfiltered."
    case (.openOrFiltered, .syn), (.openOrFiltered, .ack):
      "nmap \(method.option) never says so: an open port is expected to answer."
    case (.openOrFiltered, _): "open|filtered would be silence."
    }
  }

  /// Why a program gets what it gets, in one sentence.
  var programReason: String {
    switch (method, reply) {
    case (_, .synAck): "The listener's SYN and ACK end the handshake."
    case (_, .rst): "A RST in answer to a SYN is a refusal, whoever sends it."
    case (.udp, .answer): "The server's datagram is handed out."
    case (_, .answer): "The answer is there."
    case (.syn, .silence): "Nothing comes back, so TCP sends the SYN again until the time is up."
    case (_, .silence): "UDP neither repeats nor gives up: recv() waits for whatever may come."
    case (.syn, .icmp(let code)):
      "Linux makes \(code.errorName) of ICMP type 3 code \(code.rawValue)."
    case (_, .icmp(let code)):
      code.isFatal
        ? "Linux tells a connected UDP socket of code \(code.rawValue), as \(code.errorName)."
        : "Linux takes code \(code.rawValue) for a passing trouble and does not tell a UDP socket."
    }
  }
}
