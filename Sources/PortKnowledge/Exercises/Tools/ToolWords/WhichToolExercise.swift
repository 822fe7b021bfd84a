/// Which tool printed a line.
enum WhichToolExercise {
  private enum Printer: CaseIterable {
    case ss
    case netstat
    case procNet
    case macOS
    case windows

    var name: String {
      switch self {
      case .ss: "ss -tan on Linux"
      case .netstat: "netstat -tan on Linux"
      case .procNet: "/proc/net/tcp on Linux"
      case .macOS: "netstat -an on macOS"
      case .windows: "netstat -ano on Windows"
      }
    }

    /// By what one knows its lines.
    var mark: String {
      switch self {
      case .ss: "ss has the state in front and writes ESTAB, TIME-WAIT"
      case .netstat: "netstat on Linux begins with tcp and writes ESTABLISHED, TIME_WAIT"
      case .procNet: "/proc has hexadecimal addresses and a number as state"
      case .macOS: "macOS puts a dot before the port"
      case .windows: "Windows says LISTENING"
      }
    }
  }

  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let isEasy = draw.draw.level == .easy
    let port = draw.service()
    let isListener = draw.draw.chance(oneIn: 2)
    let machine = draw.machine()
    let state = draw.draw.pick([TCPState.established, .timeWait, .closeWait], else: .established)
    let socket =
      isListener
      ? ListedSocket(listener: Endpoint(.any, port))
      : ListedSocket(state, local: Endpoint(machine, port), remote: draw.client())
    // Only a listener is told apart on macOS and Windows by what is taught here.
    let printers: [Printer] =
      isListener
      ? (isEasy ? [.ss, .netstat, .procNet, .windows] : Printer.allCases)
      : [.ss, .netstat, .procNet]
    let right = draw.draw.pick(printers, else: .ss)
    let line = line(right, socket)
    let options = printers.map { printer in
      Question.Option(
        printer.name, isRight: printer == right,
        explanation: printer == right
          ? "\(right.mark)." : "\(printer.mark); here \(clue(right, socket)).")
    }
    return Exercise(
      question: draw.question(
        id, "Which tool printed this line?", figure: [MarkedText(line)],
        .chooseOne(draw.draw.shuffle(options)), "\(right.mark).",
        hints: [
          "Look at the first word, at the name of the state and at what stands before the port.",
          "ss has the state in front; netstat on Linux begins with tcp and joins words with _; /proc "
            + "is hexadecimal; macOS writes dots.",
          "In this line \(clue(right, socket)).",
        ]),
      data: .object([
        "kind": "which-tool", "line": .text(line), "state": .text(socket.row.stateName),
        "local": CaseValue(socket.row.local), "peer": CaseValue(socket.row.remote),
      ]))
  }

  private static func clue(_ printer: Printer, _ socket: ListedSocket) -> String {
    switch printer {
    case .ss: "\(socket.row.stateName) is the first word"
    case .netstat:
      "tcp is the first word and \(SocketTool.netstat.name(of: socket.row.state) ?? "") the last"
    case .procNet: "the port is \(ProcNetLine.text(of: socket.row.local.port)) in hexadecimal"
    case .macOS: "a dot stands before the port"
    case .windows: "the state is LISTENING"
    }
  }

  private static func line(_ printer: Printer, _ socket: ListedSocket) -> String {
    let row = socket.row
    switch printer {
    case .ss:
      return "\(row.stateName) \(row.receiveQueue) \(row.sendQueue) "
        + "\(SSListing.local(socket)) \(SSListing.peer(socket))"
    case .netstat:
      let tool = SocketTool.netstat
      return "tcp 0 0 \(tool.local(socket) ?? "") \(tool.peer(socket) ?? "") "
        + "\(tool.name(of: row.state) ?? "")"
    case .procNet:
      let line = ProcNetLine(local: row.local, remote: row.remote, state: row.state)
      return "0: " + line.columns().joined(separator: " ")
    case .macOS: return "tcp4 0 0 *.\(row.local.port) *.* LISTEN"
    case .windows: return "TCP 0.0.0.0:\(row.local.port) 0.0.0.0:0 LISTENING 4711"
    }
  }
}
