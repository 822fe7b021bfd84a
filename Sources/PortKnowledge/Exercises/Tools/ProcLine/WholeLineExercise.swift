/// Putting a whole line into words.
enum WholeLineExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let service = draw.serviceEndpoint()
    let client = draw.clientEndpoint()
    let state = draw.draw.pick([TCPState.established, .closeWait, .finWait2], else: .established)
    let isClient = draw.draw.chance(oneIn: 2)
    let line =
      isClient
      ? ProcLineCase.connection(.client, from: client, to: service, state)
      : ProcLineCase.connection(.server, from: service, to: client, state)
    let local = line.line.local
    let remote = line.line.remote
    let other: TCPState = state == .established ? .listen : .established
    let code = ProcNetLine.text(of: state)
    let figure = ProcLineFigure([line.line])
    func text(_ state: TCPState, _ local: Endpoint, _ remote: Endpoint) -> String {
      "\(state.ssName) \(local) \(remote)"
    }
    func unreversed(_ endpoint: Endpoint) -> Endpoint {
      Endpoint(ProcLineMisreadings(endpoint).unreversed, endpoint.port)
    }
    let options = [
      Question.Option(
        text(state, local, remote), isRight: true,
        explanation: "Local side, peer and state stand in this order: \(local), \(remote), "
          + "\(code).",
        figure: figure.lines(pointingAt: .local, note: "the local side comes first")),
      Question.Option(
        text(state, remote, local), isRight: false,
        explanation: "The first column is local_address: \(local). \(remote) is the peer.",
        figure: figure.lines(pointingAt: .local, note: "the local side comes first")),
      Question.Option(
        text(state, unreversed(local), unreversed(remote)), isRight: false,
        explanation: "The bytes of an address stand in reverse order: "
          + "\(ProcLineMisreadings(local).bytes) is \(local.address).",
        figure: figure.lines(pointingAt: .local, note: "read the bytes from the right")),
      Question.Option(
        text(other, local, remote), isRight: false,
        explanation:
          "\(other.ssName) would be \(ProcNetLine.text(of: other)). Here stands \(code), "
          + "which is \(state.ssName).",
        figure: figure.lines(pointingAt: .state, note: "\(code) is \(state.ssName)")),
    ]
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "\(line.file) on x86-64 Linux has this line. "
          + "What does ss -tan print for it (state, local side, peer)?",
        figure: figure.lines, kind: .chooseOne(draw.draw.shuffle(options)),
        explanation: "local_address, rem_address and st, with the bytes of each address in reverse "
          + "order and the state as a number (proc_pid_net(5)).",
        hints: [
          "The local side stands before the peer, as in the output of ss.",
          "Read the bytes of each address from the right, and the ports as plain numbers.",
          "The local port \(ProcLineMisreadings(local).digits.port) is "
            + "\(HexWording.steps(local.port)); st is \(code).",
        ]),
      kind: "whole-line", line)
  }
}
