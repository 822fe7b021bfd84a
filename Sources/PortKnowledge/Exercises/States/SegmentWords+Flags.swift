extension SegmentWords {
  private static func text(_ flags: TCPFlag...) -> String { Segment.text(of: Set(flags)) }

  /// Why the segment has its flags.
  var flagsReason: String {
    if segment.flags.contains(.rst) {
      return segment.flags.contains(.ack)
        ? "There is nothing to connect to, so the answer is an RST. The SYN brought no ACK, so the "
          + "RST has one to name the SYN that it refuses."
        : "The server knows no such connection, so it sends an RST. The refused segment had an ACK, "
          + "so the RST has none."
    }
    if segment.flags.contains(.syn) {
      return segment.flags.contains(.ack)
        ? "The server's own SYN and the ACK of the client's go in one segment."
        : "connect() starts with a SYN. Nothing has come yet that an ACK could name."
    }
    if segment.flags.contains(.fin) {
      return "The \(side) ends its direction: FIN. ACK is in every segment after the first SYN."
    }
    return segment.bytes > 0
      ? "Data need no flag of their own, and ACK is in every segment after the first SYN."
      : "It only acknowledges what has come: ACK and nothing else."
  }

  /// Other flags, with the reason against each.
  var flagsMistakes: [Mistake] {
    if segment.flags.contains(.rst) { return resetFlagsMistakes }
    if segment.flags.contains(.syn) { return openingFlagsMistakes }
    if segment.flags.contains(.fin) {
      return [
        Mistake(Self.text(.fin), "ACK stays set after the first SYN, also together with a FIN."),
        Mistake(
          Self.text(.ack), "An ACK alone does not tell the \(peer) that the \(side) has finished."),
        Mistake(
          Self.text(.rst, .ack), "An RST breaks off. Ending in order takes a FIN."),
      ]
    }
    let content =
      segment.bytes > 0
      ? CloseResult.bytes(segment.bytes).description + " go out" : "the \(side) only answers"
    return [
      Mistake(
        Self.text(.syn, .ack),
        "A SYN belongs to the first segment of each end alone. Here \(content)."),
      Mistake(Self.text(.fin, .ack), "The \(side) ends nothing here: \(content)."),
      Mistake(Self.text(.syn), "A SYN begins the numbers of an end. Here \(content)."),
    ]
  }

  private var openingFlagsMistakes: [Mistake] {
    if segment.flags.contains(.ack) {
      return [
        Mistake(Self.text(.syn), "The client's SYN must be acknowledged too, in the same segment."),
        Mistake(Self.text(.ack), "The server's own numbers begin here as well: that takes a SYN."),
        Mistake(Self.text(.rst, .ack), "That is the answer where nobody listens."),
      ]
    }
    return [
      Mistake(Self.text(.syn, .ack), "That is the answer. Nothing has come yet to acknowledge."),
      Mistake(Self.text(.ack), "A connection begins with a SYN."),
    ]
  }

  private var resetFlagsMistakes: [Mistake] {
    if segment.flags.contains(.ack) {
      return [
        Mistake(Self.text(.syn, .ack), "That is a listener's answer, and nobody listens."),
        Mistake(Self.text(.rst), "Without ACK it could not name the SYN that it refuses."),
        Mistake(Self.text(.fin, .ack), "A FIN ends a connection that exists. Here there is none."),
      ]
    }
    return [
      Mistake(
        Self.text(.rst, .ack),
        "The refused segment had an ACK, so the RST takes its seq from there and has no ACK."),
      Mistake(Self.text(.ack), "A machine that knows of no connection has nothing to acknowledge."),
      Mistake(
        Self.text(.fin, .ack), "A FIN ends a connection that one has. The server has lost it."),
    ]
  }
}
