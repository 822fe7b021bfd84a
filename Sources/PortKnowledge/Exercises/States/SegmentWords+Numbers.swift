extension SegmentWords {
  // MARK: seq

  /// Why seq is what it is.
  var sequenceReason: String {
    if isReset {
      let refused = trace.segments[index - 1]
      return refused.acknowledgement.map {
        "An RST takes its seq from the ack of the segment that it refuses: \($0)."
      } ?? "The refused SYN had no ACK to take a number from, so the RST has seq 0."
    }
    if segment.flags.contains(.syn) {
      return "Relative numbers begin at the SYN of each end: it has 0."
    }
    guard let previous else {
      return "The \(side) has sent no byte in this trace yet. Segment 1 expects its byte \(right)."
    }
    return "The \(side)'s \(Self.name(previous.index)) held \(Self.length(previous.segment)): "
      + "\(Self.sum(previous.segment))."
  }

  /// Other numbers for seq, with the reason against each.
  var sequenceMistakes: [Mistake] {
    if isReset { return resetSequenceMistakes }
    var mistakes: [Mistake] = []
    if segment.flags.contains(.syn) {
      mistakes.append(
        Mistake(1, "1 is the number after the SYN. The SYN itself has 0."))
      if let number = segment.acknowledgement {
        mistakes.append(Mistake(number + 1, "Nothing was sent before the SYN, so it has 0."))
      }
      return mistakes
    }
    if let previous {
      let (before, name) = (previous.segment, Self.name(previous.index))
      if let control = Self.control(before) {
        mistakes.append(
          Mistake(before.end - 1, "The \(control) of \(name) has used up a number too."))
      }
      mistakes.append(
        Mistake(
          before.sequence,
          "\(before.sequence) is where \(name) began. It used up "
            + "\(Self.length(before))."))
      if Self.control(before) == nil {
        mistakes.append(
          Mistake(
            before.end + 1,
            "Only SYN and FIN use up a number beside the data, and \(name) had neither."))
        mistakes.append(
          Mistake(
            before.bytes, "\(before.bytes) is how many bytes \(name) had, not where they end."))
      }
    }
    if let number = segment.acknowledgement {
      mistakes.append(
        Mistake(number, "\(number) is the ack here: it counts the bytes of the \(peer)."))
    }
    mistakes.append(Mistake(segment.sequence + 1, oneTooMany))
    return mistakes
  }

  /// Why seq is not one more.
  private var oneTooMany: String {
    guard let previous else {
      return "Segment 1 expects byte \(segment.sequence), not the one after it."
    }
    let hasPlainACK = trace.segments[previous.index + 1..<index].contains { $0.sender == side }
    return hasPlainACK
      ? "A plain ACK uses up no number."
      : "\(Self.name(previous.index, isFirstWord: true)) held \(Self.length(previous.segment)) and "
        + "no more."
  }

  private var resetSequenceMistakes: [Mistake] {
    let refused = trace.segments[index - 1]
    if refused.acknowledgement == nil {
      return [
        Mistake(1, "1 would come after a SYN of the server, and it has sent none."),
        Mistake(2, "Nothing has been sent by the server, so there is no number to go on from."),
      ]
    }
    return [
      Mistake(0, "0 is for an RST that refuses a segment without ACK."),
      Mistake(refused.end, "\(refused.end) is what an ack would say, and this RST has none."),
      Mistake(
        refused.sequence,
        "\(refused.sequence) is the client's own number in "
          + "\(Self.name(index - 1))."),
    ]
  }

  // MARK: ack

  /// Why ack is what it is.
  var acknowledgementReason: String {
    guard let number = segment.acknowledgement else {
      return isReset
        ? "This RST has no ACK: it is known by its seq, the ack of \(Self.name(index - 1))."
        : "Nothing has come yet, so there is no ACK, and the field does not count."
    }
    guard let arrived else {
      return "Nothing new has come from the \(peer) in this trace: still its byte \(number)."
    }
    return "\(Self.name(arrived.index, isFirstWord: true)) brought "
      + "\(Self.length(arrived.segment)): \(Self.sum(arrived.segment))."
  }

  /// Other numbers for ack, with the reason against each.
  var acknowledgementMistakes: [Mistake] {
    guard let number = segment.acknowledgement else { return missingMistakes }
    var mistakes: [Mistake] = []
    if let unseen {
      mistakes.append(
        Mistake(
          trace.segments[unseen].end,
          "\(Self.name(unseen, isFirstWord: true)) has not arrived yet when this one is sent."))
    }
    if let arrived {
      let (segment, name) = (arrived.segment, Self.name(arrived.index))
      if let control = Self.control(segment) {
        mistakes.append(
          Mistake(segment.end - 1, "The \(control) of \(name) counts as one too."))
      } else {
        mistakes.append(
          Mistake(
            segment.end - 1, "\(segment.end - 1) has come. ack names the next byte, not the last."))
        mistakes.append(
          Mistake(
            segment.end + 1,
            "Only SYN and FIN count beside the data, and \(name) had neither."))
      }
      mistakes.append(
        Mistake(
          segment.sequence,
          "\(segment.sequence) is where \(name) began: "
            + "\(Self.length(segment)) came from there on."))
      if segment.bytes > 0 {
        mistakes.append(
          Mistake(segment.bytes, "\(segment.bytes) is how many bytes \(name) had."))
      }
    }
    mistakes.append(
      Mistake(
        segment.sequence,
        "\(segment.sequence) is the seq here: it counts the bytes of the \(side) itself."))
    mistakes.append(Mistake(number + 1, "Nothing has come that \(number) does not count already."))
    return mistakes
  }

  private var missingMistakes: [Mistake] {
    guard isReset else {
      return [
        Mistake(0, "Nothing has come from the server yet: the field does not count without ACK."),
        Mistake(1, "1 would acknowledge a SYN of the server, and none has come yet."),
      ]
    }
    let refused = trace.segments[index - 1]
    return [
      Mistake(
        refused.end,
        "That would acknowledge \(Self.name(index - 1)), but an RST for a segment "
          + "with ACK has no ACK."),
      Mistake(
        refused.sequence,
        "\(refused.sequence) is where \(Self.name(index - 1)) began. The RST "
          + "acknowledges nothing."),
    ]
  }

  // MARK: Where the numbers come from

  private var previous: (index: Int, segment: Segment)? {
    segment.previousOwn.map { ($0, trace.segments[$0]) }
  }

  private var arrived: (index: Int, segment: Segment)? {
    segment.previousArrived.map { ($0, trace.segments[$0]) }
  }

  /// The segment of the peer that crosses this one, or crossed it and came later.
  private var unseen: Int? {
    guard case .crossing(let one, let other) = trace.circumstance else { return nil }
    return index == one ? other : index == other ? one : nil
  }

  private static func name(_ index: Int, isFirstWord: Bool) -> String {
    isFirstWord ? "Segment \(index + 1)" : name(index)
  }
}
