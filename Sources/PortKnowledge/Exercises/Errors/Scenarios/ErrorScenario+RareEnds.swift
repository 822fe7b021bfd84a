extension ErrorScenario {
  /// A connection that S has reset, of which C's first recv() was told.
  private static func told(_ d: ErrorDraw) -> ErrorScript {
    var script = ErrorScript()
    script.connection(at: d.place)
    script.note("C, S", "connected over \(d.place)")
    script.show("S", .abort)
    script.quiet("", .receiver(among: ["C"]), .receiver("C"))
    script.show("C", .receive(upTo: 64), .error("ECONNRESET"), deciding: "told here, once")
    return script
  }

  private static let toldMoves: [CallTheme.Move] = [
    .call(.connect), .event(.peerAborts), .call(.receive),
  ]

  static func resetToldSend(_ d: ErrorDraw) -> ErrorCase {
    var script = told(d)
    script.ask("C", .send(d.word), d.outcome(.tcp, after: toldMoves, of: .send))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection.", script: script,
      reason: "recv() has told the RST already; what is left is a socket that cannot send.",
      wrong: [
        ("ECONNRESET", "The error was handed out by recv() and is not kept."),
        ("ENOTCONN", "Linux's send() has another name for a connection that is over."),
        ("OK", "The connection is gone."),
      ], idea: "An error that waits is handed out how often?",
      rule: "A RST is told once: ECONNRESET from the first send() or recv(), then EPIPE from "
        + "send() (measured on Linux).")
  }

  static func resetToldReceive(_ d: ErrorDraw) -> ErrorCase {
    var script = told(d)
    script.ask("C", .receive(upTo: 64), d.outcome(.tcp, after: toldMoves, of: .receive))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection.", script: script,
      reason: "The RST was told by the first recv(); the second one only says that nothing comes.",
      wrong: [
        ("ECONNRESET", "The error was handed out by the first recv() and is not kept."),
        ("ENOTCONN", "That is for a socket that never was connected."),
        ("EAGAIN", "Waiting would not help: the connection is gone."),
      ], idea: "An error that waits is handed out how often?",
      rule: "A RST is told once; after it recv() returns 0 bytes, as after an orderly end "
        + "(measured on Linux).")
  }

  /// A client that connects and resets before the server accepts.
  private static func goneClient(_ d: ErrorDraw) -> ErrorScript {
    var script = ErrorScript()
    script.listener("L", at: d.place)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.show("C", .connect(d.place))
    script.show("C", .abort, deciding: "a RST, before accept()")
    return script
  }

  static func clientGoneAccept(_ d: ErrorDraw) -> ErrorCase {
    var script = goneClient(d)
    script.ask("L", .accept(as: "S"), .ok, as: "accept()")
    return ErrorCase(
      setting: "L is a TCP listener that has accepted nobody yet.", script: script,
      reason: "The connection stays in the accept queue, even after its RST; S will tell the rest.",
      wrong: [
        ("ECONNRESET", "That is what recv() on the accepted socket says."),
        ("EAGAIN", "The queue is not empty: a dead connection waits in it."),
        ("EINVAL", "L listens, so accept() fits."),
      ], idea: "What is in the accept queue now?",
      rule: "On Linux accept() hands out a connection that was reset meanwhile; its socket then "
        + "says ECONNRESET (measured).")
  }

  static func clientGoneReceive(_ d: ErrorDraw) -> ErrorCase {
    var script = goneClient(d)
    script.show("L", .accept(as: "S"), as: "accept(), a new socket S")
    script.ask("S", .receive(upTo: 64), .error("ECONNRESET"))
    return ErrorCase(
      setting: "L is a TCP listener that has accepted nobody yet.", script: script,
      reason: "C's RST came while its connection waited in the queue, and S tells it now.",
      wrong: [
        ("0 bytes", "C ended with a RST, not with a FIN."),
        ("ENOTCONN", "S was connected; how that ended is told first."),
        ("EAGAIN", "Waiting would not help: the connection is gone."),
      ], idea: "What did C send last, and who hears of it?",
      rule: "On Linux accept() hands out a connection that was reset meanwhile; its socket then "
        + "says ECONNRESET (measured).")
  }

  static func unreadClose(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.connection(at: d.place)
    script.note("C, S", "connected over \(d.place)")
    script.show("C", .send(d.word))
    script.quiet("", .receiver(among: ["S"]), .receiver("S"))
    script.show("S", .close, deciding: "with bytes unread")
    script.quiet("", .receiver(among: ["C"]), .receiver("C"))
    script.ask("C", .receive(upTo: 64), .error("ECONNRESET"))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection. S's program reads nothing.",
      script: script,
      reason: "S closed while \"\(d.word)\" was unread, so its kernel sent a RST instead of a FIN.",
      wrong: [
        ("0 bytes", "That would be a FIN; bytes that nobody read turn it into a RST."),
        ("EAGAIN", "Something has come: a RST."),
        ("EPIPE", "C sends nothing here."),
      ], idea: "What shall the sender learn about bytes that nobody will ever read?",
      rule: "close() with unread bytes resets the connection: RST, and ECONNRESET for the peer "
        + "(RFC 1122, section 4.2.2.13).")
  }

  static func listenerClosed(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.listener("L", at: d.place)
    script.quiet("C", .open(.tcp, isIPv6: false))
    script.show("C", .connect(d.place))
    script.show("L", .close, deciding: "nobody accepts any more")
    script.quiet("", .receiver(among: ["C"]), .receiver("C"))
    script.ask("C", .receive(upTo: 64), .error("ECONNRESET"))
    return ErrorCase(
      setting: "L is a TCP listener whose program never called accept().", script: script,
      reason: "C's connection waited in L's accept queue, and close() resets what waits there.",
      wrong: [
        ("0 bytes", "No program had the connection that could have ended it orderly."),
        ("ECONNREFUSED", "C was connected; a refusal comes instead of a connection."),
        ("EAGAIN", "Something has come: a RST."),
      ], idea: "Where was C's connection when L was closed?",
      rule: "Closing a listener resets the connections that nobody has accepted; accepted ones "
        + "live on (measured on Linux).")
  }

  static func dataBeforeReset(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.connection(at: d.place)
    script.note("C, S", "connected over \(d.place)")
    script.show("S", .send("hello"), deciding: "arrives before the RST")
    script.quiet("", .receiver(among: ["C"]), .receiver("C"))
    script.show("S", .abort)
    script.quiet("C", .state, .state(nil))
    script.ask(
      "C", .receive(upTo: 64),
      d.outcome(
        .tcp, after: [.call(.connect), .event(.peerSends("hello")), .event(.peerAborts)],
        of: .receive))
    return ErrorCase(
      setting: "C and S are the two ends of a TCP connection. C has read nothing yet.",
      script: script,
      reason: "The bytes had arrived before the RST, and Linux keeps them readable.",
      wrong: [
        ("ECONNRESET", "That is told by the next recv(), when the bytes are read."),
        ("0 bytes", "Bytes are waiting, and no FIN has come."),
        ("ENOTCONN", "C was connected, and what arrived stays."),
      ], idea: "What does recv() look at first: the bytes, or the error?",
      rule: "recv() hands out the bytes that have arrived before it tells of a RST (measured on "
        + "Linux).")
  }
}
