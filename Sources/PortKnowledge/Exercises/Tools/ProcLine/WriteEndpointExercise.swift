/// Typing an endpoint as /proc/net/tcp writes it.
enum WriteEndpointExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let isListener = draw.draw.chance(oneIn: 2)
    let service = draw.serviceEndpoint()
    let client = draw.clientEndpoint()
    let line =
      isListener
      ? ProcLineCase.listener(on: service)
      : ProcLineCase.connection(.client, from: client, to: service)
    let endpoint = line.line.local
    let misread = ProcLineMisreadings(endpoint)
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: isListener
          ? "A program on x86-64 Linux listens on \(endpoint). Write its local_address as it stands "
            + "in /proc/net/tcp."
          : "A client on x86-64 Linux has the local side \(endpoint). Write it as the column "
            + "local_address of /proc/net/tcp has it.",
        figure: [MarkedText([.init("local_address  XXXXXXXX:XXXX", .faint)])],
        kind: .entry(
          Question.Entry(
            accepted: [misread.text], mistakes: misread.writings.unlike([misread.text]))),
        explanation: "The octets of \(endpoint.address) from the last to the first are "
          + "\(misread.bytes); \(endpoint.port) is \(misread.digits.port). So \(misread.text).",
        hints: [
          "Eight hexadecimal digits for the address, a colon, four for the port.",
          "Begin with the last octet of the address. The port is written as a plain number, with "
            + "zeros in front.",
          "The octets in hexadecimal, last first: \(misread.bytes). The port is "
            + "\(HexWording.steps(endpoint.port)).",
        ]),
      kind: "write-endpoint", line)
  }
}
