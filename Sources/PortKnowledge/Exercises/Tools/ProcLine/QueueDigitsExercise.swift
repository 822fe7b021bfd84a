/// Reading the queues of a line.
enum QueueDigitsExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let isListener = draw.draw.chance(oneIn: 3)
    let service = draw.serviceEndpoint()
    let client = draw.clientEndpoint()
    // More than nine, so that hexadecimal and decimal differ.
    let unread = draw.draw.number(in: 16...99)
    let line =
      isListener
      ? ProcLineCase.listener(on: service, waiting: draw.draw.number(in: 1...4))
      : ProcLineCase.connection(.server, from: service, to: client, unread: unread)
    let value = Int(line.line.receiveQueue)
    let digits = ProcNetLine.text(of: TCPState(rawValue: UInt8(truncatingIfNeeded: value)))
    let hexadecimal = value > 15 && digits.allSatisfy(\.isWholeNumber) ? digits : ""
    let mistakes: [Question.Entry.Mistake] = [
      .init(
        "0", explanation: "0 is tx_queue. What comes in is counted in rx_queue, behind the colon."),
      .init(
        hexadecimal,
        explanation: "\(digits) is hexadecimal: \(value / 16) times 16 and \(value % 16)."),
      .init(
        isListener ? "8" : "\(value * 16)",
        explanation: isListener
          ? "The backlog does not stand in this file at all; tx_queue of a listener is 0."
          : "One digit too far: the last two are \(digits)."),
    ]
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: isListener
          ? "/proc/net/tcp has this line of a listener. How many connections wait for accept()?"
          : "/proc/net/tcp has this line. How many bytes has the program not read yet (in decimal)?",
        figure: ProcLineFigure([line.line]).lines,
        kind: .entry(
          Question.Entry(
            accepted: ["\(value)"],
            mistakes: mistakes.filter { !$0.text.isEmpty }.unlike(["\(value)"]), form: .number)),
        explanation: "The queues stand as tx_queue:rx_queue in hexadecimal. rx_queue is "
          + "\(isListener ? "what waits at a listener" : "what is not read yet"): \(digits) is "
          + "\(value) (proc_pid_net(5)).",
        hints: [
          "Two numbers with a colon between them: one for sending, one for receiving.",
          "First tx_queue, then rx_queue, both hexadecimal. A listener counts connections there, a "
            + "connection counts bytes.",
          "rx_queue ends in \(digits): \(value / 16)·16 + \(value % 16).",
        ]),
      kind: "queues", line)
  }
}
