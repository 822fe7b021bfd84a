/// Choosing the state that nmap reports for what came back.
struct PortStateExercise {
  private let id: ExerciseID
  private let probe: PortProbeCase

  /// An exercise about a probe.
  init(_ id: ExerciseID, _ probe: PortProbeCase) {
    self.id = id
    self.probe = probe
  }

  /// The whole exercise.
  func exercise(from draw: inout CaseDraw) -> Exercise {
    Exercise(
      question: question(&draw),
      data: .object(probe.data.merging(["form": "state"]) { $1 }), experiment: probe.experiment)
  }

  private func question(_ draw: inout CaseDraw) -> Question {
    let isTyped = id.level == .hard && draw.chance(oneIn: 4)
    let states = PortProbe.PortState.allCases.filter { state in
      id.level > .easy || state != .unfiltered && (state != .openOrFiltered || probe.method == .udp)
    }
    let options = states.map { state in
      Question.Option(
        state.rawValue, isRight: state == probe.state, explanation: explanation(of: state),
        figure: figure)
    }
    return Question(
      id: id.description, topic: ExerciseTopic.errors.rawValue,
      prompt: "A scan of a host of one's own, nmap \(probe.method.option): which state does nmap "
        + "report for this port?" + (isTyped ? " Type nmap's word." : ""),
      figure: rows.lines, kind: isTyped ? .entry(entry(options)) : .chooseOne(options),
      explanation: reason + " nmap calls that \(probe.state.rawValue) (nmap(1)).",
      hints: [
        "Ask who could have sent this, and what an open and a closed port would have sent.",
        Self.rule(of: probe.method),
        HintWords.excluding(options.filter { !$0.isRight }.map(\.text)),
      ])
  }

  private func entry(_ options: [Question.Option]) -> Question.Entry {
    Question.Entry(
      accepted: [probe.state.rawValue]
        + (probe.state == .openOrFiltered ? ["open | filtered", "open or filtered"] : []),
      mistakes: options.filter { !$0.isRight }.map {
        Question.Entry.Mistake($0.text, explanation: $0.explanation)
      })
  }

  /// A cause that misleads is told, but not to beginners.
  private var isCauseShown: Bool { id.level > .easy && probe.kind.cause != .plain }

  private var rows: AlignedRows { probe.rows(isCauseShown: isCauseShown) }

  private var reason: String { isCauseShown ? probe.causeReason ?? probe.reason : probe.reason }

  private var figure: [MarkedText] {
    rows.lines(pointingAt: isCauseShown ? 2 : 1, column: 1, note: probe.state.rawValue)
  }

  private func explanation(of state: PortProbe.PortState) -> String {
    state == probe.state ? reason : probe.meaning(of: state) + " " + reason
  }

  /// What the answers to a method mean.
  static func rule(of method: PortProbe.Method) -> String {
    switch method {
    case .syn:
      "TCP: a listener answers SYN and ACK, a port without one RST. Everything else is the work of "
        + "a filter, or of nobody."
    case .udp:
      "UDP: a program may answer, or not. A port without one makes the host send ICMP port "
        + "unreachable. Other ICMP messages come from filters."
    case .ack:
      "A stray ACK is answered with a RST by open and closed ports alike. It only shows whether "
        + "something filters."
    case .fin:
      "A stray FIN is answered with a RST by a closed port and ignored by an open one (RFC 9293, "
        + "section 3.10.7)."
    }
  }
}
