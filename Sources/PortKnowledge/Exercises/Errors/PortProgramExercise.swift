/// Choosing what a program gets to see of a port's state.
struct PortProgramExercise {
  private let id: ExerciseID
  private let probe: PortProbeCase
  private let right: String

  /// An exercise about a probe that a program sends.
  init(_ id: ExerciseID, _ probe: PortProbeCase) {
    self.id = id
    self.probe = probe
    right = PortProbeCase.programText(of: probe.programOutcome ?? .ok)
  }

  /// The whole exercise.
  func exercise(from draw: inout CaseDraw) -> Exercise {
    let wrong = draw.pick(3, of: candidates.filter { $0 != right })
    let options = draw.shuffle(wrong + [right]).map { text in
      Question.Option(
        text, isRight: text == right, explanation: explanation(of: text), figure: figure)
    }
    return Exercise(
      question: question(options),
      data: .object(probe.data.merging(["form": "program"]) { $1 }), experiment: probe.experiment)
  }

  private var isUDP: Bool { probe.method == .udp }

  private func question(_ options: [Question.Option]) -> Question {
    let call =
      isUDP
      ? "A UDP client on Linux calls connect() and send(), then a blocking recv(). What does recv() "
        + "return?"
      : "A TCP client on Linux calls a blocking connect() and waits to the end. What does it return?"
    return Question(
      id: id.description, topic: ExerciseTopic.errors.rawValue, prompt: call, figure: rows.lines,
      kind: .chooseOne(options),
      explanation:
        "\(right.prefix(1).uppercased() + right.dropFirst()). \(probe.programReason) For "
        + "nmap \(probe.method.option) the port is \(probe.state.rawValue).",
      hints: [
        "What comes back to the client, and is it about the port, the host, or nothing at all?",
        isUDP
          ? "UDP hears of ICMP errors only through the kernel: a connected socket of those that "
            + "last. What is dropped leaves no trace."
          : "RST and ICMP port unreachable refuse, other ICMP messages say unreachable, silence "
            + "ends when the time is up.",
        HintWords.excluding(options.filter { !$0.isRight }.map(\.text)),
      ])
  }

  /// The cause where there is one that decides, else just what comes back.
  private var rows: AlignedRows {
    probe.rows(isCauseShown: true, isReplyShown: id.level == .easy || isICMP)
  }

  private var isICMP: Bool {
    if case .icmp = probe.reply { true } else { false }
  }

  private var figure: [MarkedText] {
    rows.lines(pointingAt: 1, column: 1, note: PortProbeCase.shortText(of: probe.reply))
  }

  private var candidates: [String] {
    isUDP
      ? [
        "\"\(PortProbeCase.answer)\"", "ECONNREFUSED", "no answer: recv() waits", "EHOSTUNREACH",
        "ETIMEDOUT",
      ] : ["OK", "ECONNREFUSED", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"]
  }

  private func explanation(of text: String) -> String {
    if text == right {
      return (probe.causeReason.map { $0 + " " } ?? "") + probe.programReason
    }
    let meaning =
      switch text {
      case "OK": "OK needs a SYN and ACK."
      case "ECONNREFUSED":
        isUDP
          ? "ECONNREFUSED needs ICMP port unreachable."
          : "ECONNREFUSED needs a RST or ICMP port unreachable."
      case "ETIMEDOUT":
        isUDP ? "UDP has no time after which it gives up." : "ETIMEDOUT needs silence."
      case "EHOSTUNREACH": "EHOSTUNREACH needs an ICMP message about the host."
      case "ENETUNREACH": "ENETUNREACH needs an ICMP message about the network, or no route."
      case "no answer: recv() waits": "recv() would only wait if nothing came back."
      default: "The server sends no such answer."
      }
    return meaning + " " + probe.programReason
  }
}
