/// The name of a state in another tool, chosen from several.
enum StateNameExercise {
  /// The states that one meets.
  static let states: [TCPState] = [
    .established, .listen, .timeWait, .closeWait, .synSent, .synReceived, .finWait1, .finWait2,
    .lastAck,
  ]

  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let state = draw.draw.pick(states, else: .established)
    let other = draw.draw.pick([SocketTool.netstat, .ssFilter], else: .netstat)
    let right = other.name(of: state) ?? state.ssName
    let foreign = Self.foreignNames(of: state, in: other)
    let near = draw.draw.pick(3, of: states.filter { $0 != state })
    let candidates = near.compactMap { other.name(of: $0) }
    let wrong =
      foreign.map { name in
        Question.Option(name, isRight: false, explanation: wording(name, right, other))
      }
      + candidates.prefix(max(1, 3 - foreign.count)).map { name in
        Question.Option(
          name, isRight: false,
          explanation:
            "\(name) is another state. \(other.title.capitalizedFirst) says \(right) for "
            + "\(state.ssName).")
      }
    let option = Question.Option(
      right, isRight: true,
      explanation: "\(other.title.capitalizedFirst) says \(right) for \(state.ssName).")
    return Exercise(
      question: draw.question(
        id,
        "A row of port \(draw.service()) stands in the state \(state.ssName), as ss prints it. "
          + "What is this state called in \(other.title)?",
        .chooseOne(draw.draw.shuffle([option] + wrong)),
        other == .netstat
          ? "netstat on Linux writes the states with _, and ESTABLISHED in full: \(right)."
          : "A filter of ss has names in small letters, established and listening in full: \(right) "
            + "(ss(8)).",
        hints: [
          "The state is the same one; only the spelling differs.",
          other == .netstat
            ? "netstat joins words with _ and writes FIN_WAIT with its number next to it."
            : "Filters are written in small letters, and their names are not always those of the "
              + "table.",
          "It begins with \(right.prefix(3)) and has \(right.count) characters.",
        ]),
      data: .object([
        "kind": "state-name", "state": .text(state.ssName), "tool": .text(other.title),
      ]))
  }

  /// The names that other tools have for a state, and that this one does not take.
  private static func foreignNames(of state: TCPState, in tool: SocketTool) -> [String] {
    let others = [SocketTool.ss, .ssFilter, .netstat].filter { $0 != tool }
    var names = others.compactMap { $0.name(of: state) }
    if state == .listen, tool == .netstat { names.append("LISTENING") }
    var seen: Set<String> = [tool.name(of: state) ?? ""]
    return names.filter { name in
      // Capitals do not matter in a filter.
      seen.insert(name).inserted
        && (tool != .ssFilter || SocketStateSet(named: name) != SocketStateSet([state]))
    }
  }

  private static func wording(_ name: String, _ right: String, _ tool: SocketTool) -> String {
    if name == "LISTENING" {
      return
        "LISTENING is Windows' word, and netstat's on Linux for Unix sockets alone. For TCP it "
        + "says \(right)."
    }
    let owner = SocketTool.allCases.first { other in
      other != tool && states.contains { other.name(of: $0) == name }
    }
    return "That is the name in \(owner?.title ?? "another tool"). Here it is \(right)."
  }
}

extension String {
  /// The text with its first letter as a capital one, but for the names of programs.
  var capitalizedFirst: String {
    hasPrefix("ss") || hasPrefix("netstat") || hasPrefix("/")
      ? self : prefix(1).uppercased() + dropFirst()
  }
}
