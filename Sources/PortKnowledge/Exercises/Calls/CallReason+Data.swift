extension CallReason {
  // MARK: Sending

  /// Why send() on a TCP socket returns what it returns.
  static func send(_ facts: CallFacts, _ outcome: ExperimentOutcome) -> CallReason {
    if let line = facts.last(.listen) {
      return CallReason(
        "A listener has no connection to send on, so send() says EPIPE; accept() hands out sockets "
          + "that have one.", at: line,
        "a listener from here on")
    }
    guard facts.connected != nil else {
      return CallReason(
        "The socket has no connection. On Linux TCP says EPIPE to send(), and ENOTCONN to recv().",
        at: facts.refused, "no connection")
    }
    switch outcome {
    case .ok:
      if let line = facts.event(.peerCloses) {
        return CallReason(
          "The peer's FIN only says that it sends no more. That it takes nothing either shows when "
            + "it answers these bytes with a RST.", at: line, "sends a FIN, no more")
      }
      if let line = facts.event(.peerShutsDownWriting) {
        return CallReason(
          "The peer has ended its own direction only; this one stays open.", at: line,
          "ends one direction")
      }
      return CallReason("The connection takes the bytes; nobody needs to read them yet.")
    case .error("ECONNRESET"):
      return reset(facts)
    default:
      break
    }
    if let line = facts.writingEnded {
      return CallReason(
        "Call \(facts.number(line)) ended the sending direction of this socket.", at: line,
        "no sending after this")
    }
    if let reported = facts.resetReported {
      return CallReason(
        "Call \(facts.number(reported)) has reported the reset already; what is left is a "
          + "connection that is over.", at: reported, "reported once")
    }
    return CallReason(
      "The peer's FIN came first, so the RST that answered the bytes of call "
        + "\(facts.number(facts.last(.send) ?? 0)) is reported as EPIPE.", at: facts.last(.send),
      "brings back a RST")
  }

  /// Why a call on a TCP socket reports ECONNRESET.
  private static func reset(_ facts: CallFacts) -> CallReason {
    guard let line = facts.event(.peerAborts) else {
      return CallReason(
        "Nobody can ever read these bytes, so the kernel resets the connection and leaves the "
          + "error for the next call.", at: facts.lastEvent, "nobody can read this")
    }
    return CallReason(
      "The peer's RST waits as an error, and the first send() or recv() reports it.", at: line,
      "leaves ECONNRESET behind")
  }

  /// Why send() on a UDP socket returns what it returns.
  static func sendUDP(_ facts: CallFacts, _ outcome: ExperimentOutcome) -> CallReason {
    switch outcome {
    case .error("EDESTADDRREQ"):
      return CallReason("send() names no destination, and the socket has no peer from connect().")
    case .error("ECONNREFUSED"):
      return CallReason(
        "The datagram of call \(facts.number(facts.last(.send) ?? 0)) came back as ICMP port "
          + "unreachable, and the next call reports it.", at: facts.last(.send),
        "brings back ICMP")
    case .error("EPIPE"):
      let line = facts.writingEnded
      return CallReason(
        "Call \(facts.number(line ?? 0)) ended the sending direction of this socket.", at: line,
        "no sending after this")
    default:
      if let reported = facts.refusalReported {
        return CallReason(
          "Call \(facts.number(reported)) has reported the ICMP message; an error is told once.",
          at: reported, "reported once")
      }
      return CallReason("The datagram leaves; what becomes of it is not known when send() returns.")
    }
  }

  // MARK: Receiving

  /// Why recv() returns what it returns.
  static func receive(_ facts: CallFacts, _ outcome: ExperimentOutcome) -> CallReason {
    switch outcome {
    case .text(let text) where !text.isEmpty:
      let line = facts.arrival
      return CallReason(
        facts.before.isOver
          ? "The bytes arrived before the connection ended, and they stay readable."
          : "The bytes have arrived and wait in the receive buffer.", at: line, "these bytes wait")
    case .text:
      return end(facts)
    case .error("ECONNRESET"):
      return reset(facts)
    case .error("ECONNREFUSED"):
      return CallReason(
        "The datagram of call \(facts.number(facts.last(.send) ?? 0)) came back as ICMP port "
          + "unreachable, and the next call reports it.", at: facts.last(.send),
        "brings back ICMP")
    case .error("ENOTCONN"):
      if let line = facts.last(.listen) {
        return CallReason(
          "A listener takes connections, not bytes; recv() is for the sockets of accept().",
          at: line, "a listener from here on")
      }
      return CallReason(
        "The socket has no connection to receive from.", at: facts.refused, "no connection")
    default:
      return facts.transport == .udp
        ? CallReason("No datagram has arrived, so there is nothing to hand out.")
        : CallReason("The connection is open, but nothing unread has arrived.")
    }
  }

  private static func end(_ facts: CallFacts) -> CallReason {
    if let line = facts.event(.peerCloses) ?? facts.event(.peerShutsDownWriting) {
      return CallReason(
        "The peer's FIN has arrived and no byte is unread: the end of the stream.", at: line,
        "sends a FIN")
    }
    if let reported = facts.resetReported {
      return CallReason(
        "Call \(facts.number(reported)) has reported the reset; after it recv() only says that "
          + "nothing more comes.", at: reported, "reported once")
    }
    let line = facts.last(.shutdownReading) ?? facts.last(.shutdownBoth)
    return CallReason(
      "Call \(facts.number(line ?? 0)) ended the receiving direction, and no byte is unread.",
      at: line, "no receiving after this")
  }
}
