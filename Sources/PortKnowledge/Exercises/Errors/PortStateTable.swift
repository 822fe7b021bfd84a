/// Filling in the states of several probes at once.
struct PortStateTable {
  /// The whole exercise.
  let exercise: Exercise

  /// An exercise about probes of one host.
  init(_ id: ExerciseID, _ kinds: [PortProbeCase.Kind], from draw: inout CaseDraw) {
    var cases = kinds.map { PortProbeCase($0, from: &draw) }
    let host = cases[0].target.address
    // The ports of one scan of one host, in their order.
    for index in cases.indices {
      let port = cases[0].target.port.rawValue + UInt16(index) * 11
      cases[index].target = Endpoint(host, PortNumber(port))
      cases[index].other = cases[0].other
    }
    let used = PortProbe.PortState.allCases.filter { state in
      state != .unfiltered || id.level == .hard
    }
    let rows = cases.map { probe in
      Question.Table.Row(
        "\(probe.target.port) \(probe.method.option)",
        [
          .given(PortProbeCase.shortText(of: probe.reply)),
          .blank(
            used.map { state in
              let isRight = state == probe.state
              return Question.Option(
                state.rawValue, isRight: isRight,
                explanation: isRight ? probe.reason : probe.meaning(of: state) + " " + probe.reason)
            }),
        ])
    }
    let methods = PortProbe.Method.allCases.filter { method in
      cases.contains { $0.method == method }
    }
    let names = methods.map { "\($0.option) sends \(Self.name($0))" }.joined(separator: ", ")
    let known = cases.dropLast().map { "\($0.target.port) \($0.state.rawValue)" }
    let question = Question(
      id: id.description, topic: ExerciseTopic.errors.rawValue,
      prompt: "nmap scans \(host), a host of one's own; \(names). What is the state of each port?",
      kind: .fillTable(Question.Table(columns: ["comes back", "state"], rows: rows)),
      explanation: "What only an open port sends shows open, what only a closed one sends closed. "
        + "Silence is open|filtered only where an open port may be silent too (nmap(1)).",
      hints: [
        "For each line: what would an open port send back, and what a closed one?",
        PortStateExercise.rule(of: cases[0].method),
        "All but the last: " + known.joined(separator: ", ") + ".",
      ])
    exercise = Exercise(
      question: question,
      data: [
        "form": "fillTable", "host": CaseValue(host),
        "probes": .list(cases.map { .object($0.data) }),
      ], experiment: PortProbeCase.experiment(cases))
  }

  private static func name(_ method: PortProbe.Method) -> String {
    switch method {
    case .syn: "SYN"
    case .udp: "UDP"
    case .ack: "a stray ACK"
    case .fin: "a stray FIN"
    }
  }
}
