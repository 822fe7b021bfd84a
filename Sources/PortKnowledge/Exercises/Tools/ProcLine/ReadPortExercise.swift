/// Typing the port of a line.
enum ReadPortExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let line = draw.anyCase()
    let endpoint = line.line.local
    let misread = ProcLineMisreadings(endpoint)
    let digits = misread.digits.port
    // The digits as somebody types them who takes them for decimal ones.
    let plain = digits.allSatisfy(\.isWholeNumber) ? String(digits.drop { $0 == "0" }) : ""
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "\(line.file) on x86-64 Linux has this line. Which local port is it, in decimal?",
        figure: ProcLineFigure([line.line]).lines(pointingAt: .localPort, note: "this port"),
        kind: .entry(
          Question.Entry(
            accepted: ["\(endpoint.port)"],
            mistakes: [
              .init(
                "\(misread.swappedPort)",
                explanation: "That is \(ProcNetLine.text(of: misread.swappedPort)), with the bytes "
                  + "exchanged. Only addresses are printed in reverse, a port is a plain number."),
              .init(
                plain, explanation: "\(digits) is hexadecimal; its decimal value is asked."),
              .init(
                String(Int(endpoint.port.rawValue) & 0xFF),
                explanation: "That is the lower byte alone. All four digits are the port."),
            ].filter { !$0.text.isEmpty }.unlike(["\(endpoint.port)"]), form: .number)),
        explanation: "The port is printed as one hexadecimal number, whatever the byte order: "
          + "\(digits) is \(endpoint.port) (proc_pid_net(5)).",
        hints: [
          "The port stands behind the colon, in four hexadecimal digits.",
          "Unlike the address, it is a plain number: the digits count 4096, 256, 16 and 1.",
          "\(digits) is \(HexWording.steps(endpoint.port)).",
        ]),
      kind: "read-port", line)
  }
}
