/// The segments of a handshake, of data and of a teardown: flags, seq and ack.
struct SegmentsFamily: ExerciseFamily {
  let id = "segments"
  let title = "Segments of a connection"
  let summary = "Fill in flags, seq and ack of handshakes, data, closes and resets."
  let topic = ExerciseTopic.states

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = SegmentDraw(seed: seed, level: level)
    let asked = draw.asked()
    let id = ExerciseID(family: id, level: level, seed: seed).description
    switch asked {
    case .cells: return cells(id, level, draw.trace(), &draw)
    case .number: return number(id, draw.trace(), &draw)
    case .next: return next(id, draw.trace(), &draw)
    case .total: return SegmentTotal(draw: &draw).exercise(id)
    }
  }

  // MARK: Cells of a table

  private func cells(
    _ id: String, _ level: ExerciseLevel, _ trace: SegmentCase, _ draw: inout SegmentDraw
  ) -> Exercise {
    let askable = (trace.firstAskable..<trace.segments.count).flatMap { index in
      // The flags of a plain ACK are too easy to be a blank of their own.
      SegmentField.allCases.filter { $0 != .flags || trace.segments[index].flags != [.ack] }
        .map { SegmentCell(index, $0) }
    }
    let asked = draw.some(2 + level.rawValue, of: askable)
    let rows = trace.segments.indices.map { index in
      Question.Table.Row(
        "\(index + 1) \(trace.segments[index].sender)",
        [.given(trace.events[index])]
          + SegmentField.allCases.map { field in
            let cell = SegmentCell(index, field)
            return asked.contains(cell)
              ? .blank(SegmentWords(trace, cell).choices(atMost: 4))
              : .given(trace.text(of: field, in: index))
          })
    }
    let table = Question.Table(columns: ["does"] + SegmentField.allCases.map(\.title), rows: rows)
    return exercise(
      id, trace, asked,
      prompt: Self.scene(trace) + " Fill in what is missing.", figure: [trace.header],
      kind: .fillTable(table), explanation: Self.rule(trace),
      hints: [
        "Each end numbers its own bytes with seq, and says with ack which byte of the other end it "
          + "expects next.",
        Self.ruleHint, Self.lengths(trace),
      ])
  }

  // MARK: One number

  private func number(
    _ id: String, _ trace: SegmentCase, _ draw: inout SegmentDraw
  ) -> Exercise {
    let index = Self.asked(in: trace, &draw)
    let fields: [SegmentField] =
      trace.segments[index].acknowledgement == nil
      ? [.sequence] : [.acknowledgement, .acknowledgement, .sequence]
    let cell = SegmentCell(index, draw.pick(fields, else: .sequence))
    let words = SegmentWords(trace, cell)
    let entry = Question.Entry(
      accepted: [words.right],
      mistakes: words.mistakes.filter { $0.text != "none" }.map {
        Question.Entry.Mistake($0.text, explanation: $0.reason)
      }, form: .number)
    return exercise(
      id, trace, [cell],
      prompt: Self.scene(trace) + " Which \(cell.field.title) has segment \(index + 1)?",
      figure: [trace.header] + trace.rows(upTo: index, hiding: [cell]).lines,
      kind: .entry(entry), explanation: Self.source(trace) + ". " + words.reason,
      hints: [
        cell.field == .sequence
          ? "seq counts what the sender itself has sent so far."
          : "ack counts what has come from the other end so far.",
        Self.ruleHint, Self.lengths(trace, before: index),
      ])
  }

  // MARK: The next segment

  private func next(
    _ id: String, _ trace: SegmentCase, _ draw: inout SegmentDraw
  ) -> Exercise {
    let index = Self.asked(in: trace, &draw)
    let segment = trace.segments[index]
    let words = SegmentField.allCases.map { SegmentWords(trace, SegmentCell(index, $0)) }
    let right = words.map(\.right)
    var options = [Question.Option(Self.line(right), isRight: true, explanation: Self.why(words))]
    // Of the numbers two mistakes each, of the flags one: the classic ones stand first.
    for (position, count) in [(2, 2), (1, 1), (0, 1), (1, 2), (2, 3)] {
      for mistake in words[position].mistakes.prefix(count) where options.count < 4 {
        var fields = right
        fields[position] = mistake.text
        guard !options.contains(where: { $0.text == Self.line(fields) }),
          mistake.text != "none", position != 0 || Self.keepsFields(mistake.text, segment)
        else { continue }
        options.append(
          Question.Option(Self.line(fields), isRight: false, explanation: mistake.reason))
      }
    }
    return exercise(
      id, trace, SegmentField.allCases.map { SegmentCell(index, $0) },
      prompt: Self.scene(trace) + " " + Self.announcement(trace, index) + " Which is it?",
      figure: [trace.header] + trace.rows(upTo: index - 1).lines,
      kind: .chooseOne(draw.shuffle(options)), explanation: Self.rule(trace),
      hints: [
        "Which flags does it need, where do its own numbers stand, and what has come from the "
          + "other end?",
        Self.ruleHint, Self.lengths(trace, before: index),
      ])
  }

  private static func announcement(_ trace: SegmentCase, _ index: Int) -> String {
    let sender = trace.segments[index].sender
    let event = trace.events[index]
    return event == SegmentCase.answers
      ? "The \(sender) answers with segment \(index + 1)."
      : "Segment \(index + 1) comes from the \(sender): \(event)."
  }

  /// Whether other flags leave the field ack as it is, so that the line still makes sense.
  private static func keepsFields(_ flags: String, _ segment: Segment) -> Bool {
    flags.contains(TCPFlag.ack.rawValue) == (segment.acknowledgement != nil)
  }

  private static func line(_ fields: [String]) -> String {
    "\(fields[0]), seq \(fields[1])" + (fields[2] == "none" ? "" : ", ack \(fields[2])")
  }

  private static func why(_ words: [SegmentWords]) -> String {
    words[1].reason + (words[2].segment.acknowledgement == nil ? "" : " " + words[2].reason)
  }

  // MARK: Words for all

  /// One of the last segments: the more has happened before, the better.
  private static func asked(in trace: SegmentCase, _ draw: inout SegmentDraw) -> Int {
    let count = trace.segments.count
    if trace.segments[count - 1].flags.contains(.rst) { return count - 1 }
    let first = trace.start == nil && count > 3 ? 3 : 1
    return draw.pick(Array(max(first, count - 3)..<count), else: count - 1)
  }

  private static func scene(_ trace: SegmentCase) -> String {
    (trace.start == nil
      ? "A TCP connection from its first segment on, nothing lost, numbers relative, PSH left out."
      : "A part of a TCP connection, nothing lost, numbers relative, PSH left out.") + trace.note
  }

  private static let ruleHint =
    "seq goes on where the sender's segment before ended. ack is where the other end's last "
    + "segment ended. Each byte counts one, a SYN or FIN one, a plain ACK nothing."

  private static func source(_ trace: SegmentCase) -> String {
    switch trace.circumstance {
    case .closedPort, .restarted: "Reset generation (RFC 9293, section 3.5.2)"
    case .usual, .crossing: "Sequence numbers (RFC 9293, section 3.4)"
    }
  }

  private static func rule(_ trace: SegmentCase) -> String {
    switch trace.circumstance {
    case .closedPort:
      source(trace) + ": an RST that refuses a segment without ACK has seq 0 and acknowledges it."
    case .restarted:
      source(trace) + ": an RST that refuses a segment with ACK takes its seq from there and has "
        + "no ACK."
    case .usual, .crossing:
      source(trace) + ": every byte has one, SYN and FIN have one each, and ack names the next one "
        + "expected."
    }
  }

  /// What each segment before another uses up.
  private static func lengths(_ trace: SegmentCase, before end: Int? = nil) -> String {
    let parts = trace.segments.prefix(end ?? trace.segments.count).enumerated().map {
      "\($0 + 1): \(SegmentWords.length($1))"
    }
    return "What each segment uses up: " + parts.joined(separator: ", ") + "."
  }

  private func exercise(
    _ id: String, _ trace: SegmentCase, _ asked: [SegmentCell], prompt: String,
    figure: [MarkedText], kind: Question.Kind, explanation: String, hints: [String]
  ) -> Exercise {
    var data = trace.data
    data["asked"] = .list(
      asked.map { ["segment": .number($0.index + 1), "field": .text($0.field.title)] })
    return Exercise(
      question: Question(
        id: id, topic: topic.rawValue, prompt: prompt, figure: figure, kind: kind,
        explanation: explanation, hints: hints),
      data: .object(data))
  }
}
