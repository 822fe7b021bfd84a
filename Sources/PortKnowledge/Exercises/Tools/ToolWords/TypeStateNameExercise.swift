/// The name of a state in another tool, typed.
enum TypeStateNameExercise {
  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let state = draw.draw.pick(StateNameExercise.states, else: .finWait2)
    let pairs: [(SocketTool, SocketTool)] = [
      (.ss, .netstat), (.netstat, .ss), (.ss, .ssFilter), (.procNet, .ss), (.ss, .procNet),
    ]
    let (from, to) = draw.draw.pick(pairs, else: pairs[0])
    let given = from.name(of: state) ?? ""
    let right = to.name(of: state) ?? ""
    let others = SocketTool.allCases.filter { $0 != to }.compactMap {
      tool -> Question.Entry.Mistake? in
      tool.name(of: state).map {
        .init($0, explanation: "\($0) is the name in \(tool.title). In \(to.title) it is \(right).")
      }
    }
    let variants = spellings(right).map {
      Question.Entry.Mistake($0, explanation: "Nearly: \(to.title) writes it \(right).")
    }
    let accepted = to == .procNet ? [right, String(right.drop { $0 == "0" })] : [right]
    // Case does not count in an entry, so only other spellings are mistakes.
    let mistakes = (others + variants).filter { $0.text.lowercased() != right.lowercased() }
    return Exercise(
      question: draw.question(
        id,
        "\(from.title.capitalizedFirst) shows a row of port \(draw.service()) in the state "
          + "\(given). What does \(to.title) have for it?"
          + (to == .ssFilter ? " (The word after state.)" : "")
          + (to == .procNet ? " (The two digits of the column st.)" : ""),
        .entry(Question.Entry(accepted: accepted, mistakes: mistakes.unlike(accepted))),
        explanation(state, given: given, right: right, from: from, to: to),
        hints: [
          "It is one state with several spellings.",
          rule(to),
          to == .procNet
            ? "The states are numbered from 01 (ESTAB) in the order of the kernel's list."
            : "It has \(right.count) characters and begins with \(right.prefix(2)).",
        ]),
      data: .object([
        "kind": "type-state-name", "state": .text(state.ssName), "from": .text(from.title),
        "to": .text(to.title),
      ]))
  }

  private static func rule(_ tool: SocketTool) -> String {
    switch tool {
    case .ss: "The table of ss joins words with - and cuts ESTAB short."
    case .ssFilter: "A filter has small letters, joined with -, and some words in full."
    case .netstat: "netstat joins words with _, and writes ESTABLISHED in full."
    case .procNet: "The kernel's numbers go from 01 to 0B, in hexadecimal."
    }
  }

  private static func explanation(
    _ state: TCPState, given: String, right: String, from: SocketTool, to: SocketTool
  ) -> String {
    "\(given) in \(from.title) is \(right) in \(to.title): "
      + "ss \(state.ssName), netstat \(SocketTool.netstat.name(of: state) ?? ""), /proc "
      + "\(ProcNetLine.text(of: state))."
  }

  /// The spellings that come close.
  private static func spellings(_ name: String) -> [String] {
    let underscores = String(name.map { $0 == "-" ? "_" : $0 })
    let dashes = String(name.map { $0 == "_" ? "-" : $0 })
    let joined = name.filter { $0 != "-" && $0 != "_" }
    return [underscores, dashes, joined].filter { $0 != name }
  }
}
