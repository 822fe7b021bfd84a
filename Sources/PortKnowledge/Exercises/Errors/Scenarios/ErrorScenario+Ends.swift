extension ErrorScenario {
  /// Situations in which a connection ends, orderly or not.
  static let ends: [ErrorScenario] = [
    ErrorScenario("peer-closed-receive", .easy, peerClosedReceive),
    ErrorScenario("own-end-send", .easy, ownEndSend),
    ErrorScenario("peer-reset-receive", .easy, peerResetReceive),
    ErrorScenario("first-send-to-closed", .medium, firstSendToClosed),
    ErrorScenario("second-send-to-closed", .medium, secondSendToClosed),
    ErrorScenario("peer-reset-send", .medium, peerResetSend),
    ErrorScenario("half-closed-send", .medium, halfClosedSend),
    ErrorScenario("reset-told-send", .hard, resetToldSend),
    ErrorScenario("reset-told-receive", .hard, resetToldReceive),
    ErrorScenario("client-gone-accept", .hard, clientGoneAccept),
    ErrorScenario("client-gone-receive", .hard, clientGoneReceive),
    ErrorScenario("unread-close", .hard, unreadClose),
    ErrorScenario("listener-closed", .hard, listenerClosed),
    ErrorScenario("data-before-reset", .hard, dataBeforeReset),
  ]

  private static let endIdea =
    "How did the connection end: with a FIN, with a RST, or only in one direction?"

  /// C connected to a server's socket S.
  private static func connected(_ d: ErrorDraw) -> ErrorScript {
    var script = ErrorScript()
    script.connection(at: d.place)
    script.note("C, S", "connected over \(d.place)")
    return script
  }

  /// Lets the kernel bring to C whatever was sent last.
  private static func settle(_ script: inout ErrorScript) {
    script.quiet("", .receiver(among: ["C"]), .receiver("C"))
  }

  private static func peerClosedReceive(_ d: ErrorDraw) -> ErrorCase {
    var script = connected(d)
    script.show("S", .close, deciding: "sends a FIN")
    script.ask(
      "C", .receive(upTo: 64),
      d.outcome(.tcp, after: [.call(.connect), .event(.peerCloses)], of: .receive))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection. Nothing was sent yet.",
      script: script,
      reason: "S's FIN has arrived and no byte is unread, so the stream is at its end.",
      wrong: [
        ("ECONNRESET", "S closed orderly, with a FIN and not with a RST."),
        ("ENOTCONN", "C still has its connection; only S's direction is over."),
        ("EPIPE", "C sends nothing here."),
      ], idea: endIdea,
      rule: "recv() returns 0 bytes, and no error, once the peer has ended sending (recv(2)).")
  }

  private static func ownEndSend(_ d: ErrorDraw) -> ErrorCase {
    var script = connected(d)
    script.show("C", .shutdownWriting, deciding: "C ends its own sending")
    script.ask(
      "C", .send(d.word),
      d.outcome(.tcp, after: [.call(.connect), .call(.shutdownWriting)], of: .send))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection; S's program goes on reading.",
      script: script,
      reason: "C itself has ended its sending direction, and that cannot be undone.",
      wrong: [
        ("OK", "S would read it, but C may not send after SHUT_WR."),
        ("ENOTCONN", "C is still connected and may receive."),
        ("ECONNRESET", "Nobody has sent a RST."),
      ], idea: endIdea, rule: "After shutdown(SHUT_WR) send() fails with EPIPE (send(2)).")
  }

  private static func peerResetReceive(_ d: ErrorDraw) -> ErrorCase {
    var script = connected(d)
    script.show("S", .abort, deciding: "sends a RST")
    settle(&script)
    script.ask(
      "C", .receive(upTo: 64),
      d.outcome(.tcp, after: [.call(.connect), .event(.peerAborts)], of: .receive))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection. Nothing was sent yet.",
      script: script, reason: "S threw the connection away with a RST instead of a FIN.",
      wrong: [
        ("0 bytes", "That is an orderly end with a FIN; here came a RST."),
        ("EPIPE", "C sends nothing here."),
        ("ECONNREFUSED", "C had its connection."),
      ], idea: endIdea,
      rule: "A RST in an open connection is reported as ECONNRESET by the next send() or recv() "
        + "(RFC 9293, section 3.5.3; recv(2)).")
  }

  private static func firstSendToClosed(_ d: ErrorDraw) -> ErrorCase {
    var script = connected(d)
    script.show("S", .close, deciding: "a FIN, no more")
    settle(&script)
    script.ask(
      "C", .send(d.word), d.outcome(.tcp, after: [.call(.connect), .event(.peerCloses)], of: .send))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection. S had read everything.",
      script: script,
      reason: "S's FIN only says that S sends no more. C cannot know yet that nobody reads.",
      wrong: [
        ("EPIPE", "That comes with the second send(), after S's host has answered with a RST."),
        ("ECONNRESET", "No RST has come yet: this send() will bring it about."),
        ("ENOTCONN", "C still has its connection, in CLOSE-WAIT."),
      ], idea: "What does C know by now: what a FIN says, or more?",
      rule: "The first send() to a closed peer succeeds; the RST that it brings back makes the "
        + "second one fail with EPIPE (tcp(7), send(2)).")
  }

  private static func secondSendToClosed(_ d: ErrorDraw) -> ErrorCase {
    var script = connected(d)
    script.show("S", .close)
    settle(&script)
    script.show("C", .send(d.word), deciding: "brings back a RST")
    script.quiet("C", .state, .state(nil))
    script.ask(
      "C", .send(d.word),
      d.outcome(
        .tcp, after: [.call(.connect), .event(.peerCloses), .call(.send)], of: .send))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection. S had read everything.",
      script: script,
      reason: "S's host answered the first bytes with a RST, after its FIN: sending is over.",
      wrong: [
        ("OK", "The first send() was OK; by now C knows that nobody reads."),
        ("ECONNRESET", "After the peer's FIN Linux reports the RST as EPIPE."),
        ("ENOTCONN", "Linux's send() has another name for a connection that is over."),
      ], idea: "What did the first send() bring back?",
      rule: "A RST that comes after the peer's FIN is reported as EPIPE, one without a FIN as "
        + "ECONNRESET (measured on Linux).")
  }

  private static func peerResetSend(_ d: ErrorDraw) -> ErrorCase {
    var script = connected(d)
    script.show("S", .abort, deciding: "sends a RST")
    settle(&script)
    script.ask(
      "C", .send(d.word), d.outcome(.tcp, after: [.call(.connect), .event(.peerAborts)], of: .send))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection. Nothing was sent yet.",
      script: script, reason: "The RST came without a FIN, and C has not been told of it yet.",
      wrong: [
        ("EPIPE", "That comes with the send() after this one, when the RST has been told."),
        ("OK", "C's host knows already that the connection is gone."),
        ("0 bytes", "That is what recv() says at an orderly end."),
      ], idea: endIdea,
      rule: "A RST is told once: ECONNRESET from the first send() or recv(), then EPIPE from "
        + "send() (measured on Linux).")
  }

  private static func halfClosedSend(_ d: ErrorDraw) -> ErrorCase {
    var script = connected(d)
    script.show("S", .shutdownWriting, deciding: "only S's direction")
    settle(&script)
    script.ask(
      "C", .send(d.word),
      d.outcome(.tcp, after: [.call(.connect), .event(.peerShutsDownWriting)], of: .send))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection; S's program goes on reading.",
      script: script, reason: "S has ended its own direction only, and it still receives.",
      wrong: [
        ("EPIPE", "C's own direction is open; only S may not send any more."),
        ("ECONNRESET", "S sent a FIN, not a RST."),
        ("ENOTCONN", "The connection is there, half closed."),
      ], idea: endIdea,
      rule: "Each direction of a connection ends by itself: after the peer's FIN one may still "
        + "send (RFC 9293, section 3.6).")
  }
}
