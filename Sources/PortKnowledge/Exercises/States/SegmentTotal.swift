/// How many bytes an end has sent, read from the last ack that it got.
struct SegmentTotal {
  private let trace: SegmentCase
  private let sender: ConnectionSide
  private let isClosed: Bool

  /// A connection from its handshake on, of which only the ends are shown.
  init(draw: inout SegmentDraw) {
    var trace = SegmentCase(client: draw.endpoints.client, server: draw.endpoints.server)
    trace.handshake()
    sender = draw.side()
    for _ in 0..<draw.number(in: 1...3) { trace.add(sender, bytes: draw.number(in: 20...1400)) }
    if draw.number(in: 0...1) == 0 { trace.add(sender.peer, bytes: draw.number(in: 20...1400)) }
    isClosed = draw.number(in: 0...2) > 0
    if isClosed { trace.add(sender, call: "close()") }
    trace.answer(sender.peer)
    self.trace = trace
  }

  private var last: Segment { trace.segments[trace.segments.count - 1] }
  private var number: Int { last.acknowledgement ?? 0 }
  private var total: Int {
    trace.segments.reduce(0) { $0 + ($1.sender == sender ? $1.bytes : 0) }
  }

  private var state: String {
    isClosed ? "has closed, and its FIN is acknowledged" : "has not closed anything"
  }

  /// The exercise under its id.
  func exercise(_ id: String) -> Exercise {
    var data = trace.data
    data["asked"] = ["totalBytesOf": .text(sender.rawValue)]
    let figure = AlignedRows(texts: [
      ["", "sender", "does", "flags", "seq", "ack"],
      ["1", "client", "connect()", "SYN", "0", "none"],
      ["…", "…", "…", "…", "…", "…"],
      ["\(trace.segments.count)", last.sender.rawValue, "answers", last.flagText]
        + [String(last.sequence), String(number)],
    ])
    return Exercise(
      question: Question(
        id: id, topic: ExerciseTopic.states.rawValue,
        prompt:
          "The first and the last segment of a trace with relative numbers, nothing lost. The "
          + "\(sender) \(state). How many bytes of data has it sent?",
        figure: [trace.header] + figure.lines,
        kind: .entry(
          Question.Entry(accepted: [String(total)], mistakes: mistakes, form: .number)),
        explanation:
          "Sequence numbers (RFC 9293, section 3.4): the SYN has 0, so the data begin at "
          + "1. " + explanation,
        hints: [
          "The last ack says which byte of the \(sender) is expected next.",
          "Numbers are relative: the SYN has 0 and the first byte of data 1. A FIN uses up a number "
            + "like a byte.",
          "\(number) numbers from 0 on are used up. Take away those that are no data: the SYN"
            + (isClosed ? " and the FIN." : ". There is no FIN."),
        ]),
      data: .object(data))
  }

  private var explanation: String {
    isClosed
      ? "ack \(number) counts the SYN, \(total) bytes and the FIN."
      : "ack \(number) counts the SYN and \(total) bytes."
  }

  private var mistakes: [Question.Entry.Mistake] {
    var list = [
      Question.Entry.Mistake(
        String(number), explanation: "\(number) counts more than data. " + explanation)
    ]
    list.append(
      isClosed
        ? Question.Entry.Mistake(
          String(number - 1), explanation: "SYN and FIN count one each: both are no data.")
        : Question.Entry.Mistake(
          String(number - 2), explanation: "The \(sender) has sent no FIN: only its SYN is no data."
        ))
    list.append(
      Question.Entry.Mistake(
        String(last.sequence),
        explanation: "\(last.sequence) is the seq: it counts what the \(sender.peer) has sent."))
    return list.filter { $0.text != String(total) }
  }
}
