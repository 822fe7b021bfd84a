/// Choosing how an endpoint is written in /proc/net/tcp.
enum ChooseTextExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let endpoint = draw.serviceEndpoint()
    let line = ProcLineCase.listener(on: endpoint)
    let misread = ProcLineMisreadings(endpoint)
    let figure = ProcLineFigure([line.line]).lines(
      pointingAt: .local, note: "\(misread.bytes) from the right")
    let right = Question.Option(
      misread.text, isRight: true,
      explanation: "\(endpoint.address) with its bytes in reverse order is "
        + "\(misread.digits.address), and \(endpoint.port) is \(misread.digits.port).",
      figure: figure)
    let wrong = misread.writings.unlike([misread.text]).prefix(4).map {
      Question.Option($0.text, isRight: false, explanation: $0.explanation, figure: figure)
    }
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "A program on x86-64 Linux listens on \(endpoint). "
          + "What stands in the column local_address of /proc/net/tcp?",
        kind: .chooseOne(draw.draw.shuffle([right] + wrong)),
        explanation: "The address is a 32-bit word, on a little-endian machine with its bytes in "
          + "reverse order. The port is a plain hexadecimal number (proc_pid_net(5)).",
        hints: [
          "Address and port are hexadecimal, with a colon between them.",
          "The address is printed in the byte order of the machine, the port as a number.",
          "The first octet, \(firstOctet(endpoint.address)), comes last before the colon.",
        ]),
      kind: "choose-text", line)
  }

  private static func firstOctet(_ address: IPAddress) -> String {
    guard case .v4(let bits) = address else { return "" }
    let octet = UInt8(truncatingIfNeeded: bits >> 24)
    return "\(octet) (\(HexWording.octet(octet)))"
  }
}
