/// Three states in the words of two tools.
enum StateNamesExercise {
  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let asked = draw.draw.pick(3, of: StateNameExercise.states)
    let tools = draw.draw.pick(2, of: [SocketTool.netstat, .ssFilter, .procNet])
    let rows = asked.map { state in
      Question.Table.Row(
        state.ssName,
        tools.map { tool in
          .blank(
            asked.map { candidate in
              let name = tool.name(of: candidate) ?? ""
              let right = tool.name(of: state) ?? ""
              return Question.Option(
                name, isRight: candidate == state,
                explanation: candidate == state
                  ? "\(state.ssName) is \(right) in \(tool.title)."
                  : "\(name) is \(candidate.ssName). \(state.ssName) is \(right) in \(tool.title).")
            })
        })
    }
    return Exercise(
      question: draw.question(
        id,
        "A machine with a server on port \(draw.service()) has rows in these states of ss. What are "
          + "they in the other tools?",
        .fillTable(Question.Table(columns: tools.map(title), rows: rows)),
        "netstat joins with _ and writes ESTABLISHED in full; filters of ss have small letters; /proc "
          + "has numbers from 01 to 0B.",
        hints: [
          "Each column has the same three states.",
          "The words are spelled alike but for - and _, capitals, and ESTAB and LISTEN.",
          tools.contains(.procNet)
            ? "In /proc 01 is ESTAB, 02 and 03 the opening, 04 to 06 the side that closes first, 0A "
              + "LISTEN." : "Take the longest name first, and see what is left.",
        ]),
      data: .object([
        "kind": "state-names", "states": .list(asked.map { .text($0.ssName) }),
        "tools": .list(tools.map { .text($0.title) }),
      ]))
  }

  private static func title(_ tool: SocketTool) -> String {
    switch tool {
    case .ss: "ss"
    case .ssFilter: "ss filter"
    case .netstat: "netstat"
    case .procNet: "/proc st"
    }
  }
}
