/// Which command lists the listeners, on which system.
enum ListenersCommandExercise {
  private enum System: CaseIterable {
    case linux
    case macOS
    case windows

    var name: String {
      switch self {
      case .linux: "Linux (iproute2, no net-tools)"
      case .macOS: "macOS"
      case .windows: "Windows"
      }
    }

    /// The right command.
    var command: String {
      switch self {
      case .linux: "ss -tlnp"
      case .macOS: "lsof -iTCP -sTCP:LISTEN -P -n"
      case .windows: "netstat -ano | findstr LISTENING"
      }
    }
  }

  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let system = draw.draw.pick(System.allCases, else: .linux)
    let port = draw.service()
    var wrong = System.allCases.filter { $0 != system }.map { other in
      Question.Option(other.command, isRight: false, explanation: elsewhere(other, on: system))
    }
    // On Linux lsof is right too where it is installed, so other commands stand in its place.
    if system == .linux {
      wrong = [
        Question.Option(
          "ss -ulnp", isRight: false,
          explanation: "-u asks for UDP, which has no listeners. TCP is -t."),
        Question.Option(
          "ss -tnp state established", isRight: false,
          explanation: "That shows open connections. Listeners need -l, or state listening."),
        Question.Option(
          System.windows.command, isRight: false, explanation: elsewhere(.windows, on: .linux)),
      ]
    } else {
      wrong.append(
        Question.Option(
          "cat /proc/net/tcp", isRight: false,
          explanation: "/proc/net is a thing of Linux; \(system.name) has none."))
    }
    let right = Question.Option(
      system.command, isRight: true, explanation: explanation(system))
    return Exercise(
      question: draw.question(
        id,
        "You want to know whether a program waits for TCP clients on port \(port) of a machine with "
          + "\(system.name), and which. Which command tells?",
        .chooseOne(draw.draw.shuffle([right] + wrong)), explanation(system),
        hints: [
          "Each system has its own tool for its table of sockets.",
          "ss and /proc belong to Linux. lsof runs on macOS and Linux. netstat is on Windows too, "
            + "with other letters.",
          hint(system),
        ]),
      data: .object([
        "kind": "listeners-command", "system": .text(system.name), "port": CaseValue(port),
      ]))
  }

  private static func explanation(_ system: System) -> String {
    switch system {
    case .linux: "ss: -t TCP, -l listeners, -n numbers, -p programs (those of others only as root)."
    case .macOS:
      "lsof: TCP sockets in LISTEN, -P with port numbers, -n without DNS. macOS has no ss; sudo shows "
        + "other users' programs too."
    case .windows:
      "netstat: -a all, -n numbers, -o the process id. Windows says LISTENING, and findstr picks those "
        + "lines."
    }
  }

  private static func hint(_ system: System) -> String {
    switch system {
    case .linux: "TCP, listening, numeric, program: one letter each, behind ss."
    case .macOS: "The tool that lists open files lists sockets too."
    case .windows: "Windows filters lines with findstr, and its word for LISTEN is longer."
    }
  }

  private static func elsewhere(_ other: System, on system: System) -> String {
    switch other {
    case .linux: "ss comes with Linux. There is none on \(system.name)."
    case .macOS: "lsof belongs to macOS and Linux, not to \(system.name)."
    case .windows:
      "findstr is a program of Windows. And LISTENING is Windows' word, not the one for TCP here."
    }
  }
}
