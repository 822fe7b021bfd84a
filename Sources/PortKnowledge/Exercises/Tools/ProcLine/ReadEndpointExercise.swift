/// Typing the address and port of a line.
enum ReadEndpointExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let line = draw.anyCase()
    // From the medium level on the peer is asked, where there is one.
    let isRemote = draw.draw.level > .easy && line.line.remote.port != 0
    let endpoint = isRemote ? line.line.remote : line.line.local
    let misread = ProcLineMisreadings(endpoint)
    let figure = ProcLineFigure([line.line])
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "\(line.file) on x86-64 Linux has this line. "
          + "What is the \(isRemote ? "peer's" : "local") side, as a.b.c.d:port?",
        figure: figure.lines(
          pointingAt: isRemote ? .remote : .local, note: isRemote ? "the peer" : "the local side"),
        kind: .entry(
          Question.Entry(
            accepted: ["\(endpoint)"], mistakes: misread.readings.unlike(["\(endpoint)"]))),
        explanation: "\(misread.text): the bytes \(misread.bytes) from the right are "
          + "\(endpoint.address), and \(misread.digits.port) is the number \(endpoint.port) "
          + "(proc_pid_net(5), little-endian).",
        hints: [
          "Before the colon stands the address, behind it the port, both hexadecimal.",
          "The address is a 32-bit word of a little-endian machine: its bytes stand in reverse "
            + "order. The port is an ordinary number.",
          "The bytes are \(misread.bytes): begin with the last. The port is "
            + "\(HexWording.steps(endpoint.port)).",
        ]),
      kind: "read-endpoint", line, ["asked": isRemote ? "peer" : "local"])
  }
}
