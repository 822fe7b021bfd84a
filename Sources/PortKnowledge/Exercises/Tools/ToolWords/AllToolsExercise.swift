/// One listener in the words of four tools.
enum AllToolsExercise {
  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let port = draw.service()
    let shapes: [(IPAddress, Bool)] = [
      (.any, false), (.any6, false), (.any6, true), (.loopback6, true),
    ]
    let (address, isIPv6Only) = draw.draw.pick(shapes, else: (.any6, false))
    let listener = ListedSocket(listener: Endpoint(address, port), isIPv6Only: isIPv6Only)
    let ss = SSListing.local(listener)
    let netstat = SocketTool.netstat.local(listener) ?? ""
    let hexadecimal = ProcNetLine.text(of: port)
    let swapped = ProcNetLine.text(of: PortNumber(port.rawValue.byteSwapped))
    let inSS = ["0.0.0.0:\(port)", "*:\(port)", "[::]:\(port)", "[::1]:\(port)"]
    let inNetstat = ["0.0.0.0:\(port)", ":::\(port)", "*:\(port)", "::1:\(port)"]
    let rows = [
      Question.Table.Row("ss, local", [.blank(locals(inSS, ss, listener, in: "ss"))]),
      Question.Table.Row(
        "netstat, local", [.blank(locals(inNetstat, netstat, listener, in: "netstat"))]),
      Question.Table.Row(
        "/proc, port",
        [
          .blank(
            texts(
              hexadecimal == swapped
                ? [hexadecimal, "\(port)"] : [hexadecimal, swapped, "\(port)"],
              hexadecimal, "The port is a plain hexadecimal number: \(hexadecimal)."))
        ]),
      Question.Table.Row(
        "/proc, st",
        [
          .blank(
            texts(["0A", "01", "07"], "0A", "LISTEN is state 10: 0A. 01 is ESTAB, 07 closed."))
        ]),
      Question.Table.Row(
        "ss filter",
        [
          .blank(
            texts(
              ["state listening", "state listen", "state LISTEN"], "state listening",
              "The filter's word for LISTEN is listening (ss(8))."))
        ]),
    ]
    return Exercise(
      question: draw.question(
        id,
        "A server on x86-64 Linux has called bind() on \(bound(listener)) and listen(). How do the tools "
          + "show it?",
        .fillTable(Question.Table(columns: ["text"], rows: rows)),
        "One socket: \(ss) in ss, \(netstat) in netstat, port \(hexadecimal) and state 0A in /proc, and "
          + "state listening in a filter.",
        hints: [
          "All of them read the same table of the kernel; each writes it in its own way.",
          "ss: * for :: that takes IPv4 too, [::] for IPv6 alone. netstat: bare addresses. /proc: "
            + "hexadecimal.",
          "The port is \(HexWording.steps(port)), and a listener has state 10.",
        ]),
      data: .object([
        "kind": "all-tools", "local": CaseValue(listener.row.local),
        "isIPv6Only": .truth(isIPv6Only),
      ]))
  }

  private static func texts(
    _ texts: [String], _ right: String, _ explanation: String
  ) -> [Question.Option] {
    texts.map { Question.Option($0, isRight: $0 == right, explanation: explanation) }
  }

  private static func bound(_ listener: ListedSocket) -> String {
    let port = listener.row.local.port
    switch listener.row.local.address {
    case .any: return "0.0.0.0:\(port)"
    case .any6: return "[::]:\(port) \(listener.isIPv6Only ? "with" : "without") IPV6_V6ONLY"
    default: return "\(listener.row.local)"
    }
  }

  /// Local sides as a tool writes them; what each wrong one would be.
  private static func locals(
    _ texts: [String], _ right: String, _ listener: ListedSocket, in tool: String
  ) -> [Question.Option] {
    texts.map { text in
      let rule = "\(tool) writes \(right) for bind() on \(bound(listener))."
      return Question.Option(
        text, isRight: text == right, explanation: text == right ? rule : meaning(text, tool) + rule
      )
    }
  }

  private static func meaning(_ text: String, _ tool: String) -> String {
    if text.hasPrefix("0.0.0.0") { return "That is the wildcard of IPv4. " }
    if text.hasPrefix("*") {
      return tool == "ss"
        ? "That is :: which takes IPv4 too. " : "netstat on Linux has no star for an address. "
    }
    if text.hasPrefix(":::") { return "That is the wildcard of IPv6. " }
    return text.hasPrefix("[::]")
      ? "That is :: for IPv6 alone. " : "That is the loopback address of IPv6. "
  }
}
