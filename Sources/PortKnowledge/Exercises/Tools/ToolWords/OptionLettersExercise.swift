/// Which call of ss answers a question.
enum OptionLettersExercise {
  private struct Need: Hashable, Sendable {
    let question: String
    let command: String
    let reason: String
    let wrong: [Wrong]
    let hint: String
  }

  private struct Wrong: Hashable, Sendable {
    let command: String
    let reason: String
  }

  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let needs = needs(port: draw.service())
    let need = draw.draw.pick(needs, else: needs[0])
    let right = Question.Option(need.command, isRight: true, explanation: need.reason)
    let wrong = need.wrong.map {
      Question.Option($0.command, isRight: false, explanation: $0.reason)
    }
    return Exercise(
      question: draw.question(
        id, "Which command on Linux shows \(need.question)?",
        .chooseOne(draw.draw.shuffle([right] + wrong)),
        "ss: -t TCP, -u UDP, -l listeners alone, -a everything, -n numbers, -p programs (ss(8)). "
          + need.reason,
        hints: [
          "First the protocol, then which states, then what is printed about each socket.",
          "Without -l and -a, ss leaves listeners out; -l alone leaves connections out.",
          need.hint,
        ]),
      data: .object(["kind": "option-letters", "command": .text(need.command)]))
  }

  private static func needs(port: PortNumber) -> [Need] {
    [
      Need(
        question: "all TCP sockets, those in LISTEN, TIME-WAIT and all others",
        command: "ss -tan", reason: "-a keeps listeners and connections.",
        wrong: [
          Wrong(command: "ss -tln", reason: "-l shows listeners alone."),
          Wrong(command: "ss -tn", reason: "Without -a and -l the listeners are left out."),
          Wrong(command: "ss -uan", reason: "-u is UDP."),
        ], hint: "The letter for everything, with TCP and numbers."),
      Need(
        question: "the UDP sockets that wait on a port, with their programs",
        command: "ss -ulnp", reason: "-u is UDP, and -l shows its sockets without a peer.",
        wrong: [
          Wrong(command: "ss -tlnp", reason: "-t is TCP; its ports are others than UDP's."),
          Wrong(
            command: "ss -un", reason: "Without -l and -a only UDP sockets with a peer are shown."),
          Wrong(command: "ss -uln", reason: "-p is missing, which names the programs."),
        ], hint: "UDP, waiting, numeric, program: one letter each."),
      Need(
        question: "the TCP listener on port \(port) and its program",
        command: "ss -tlnp 'sport = :\(port)'",
        reason: "A listener's port is its local one, sport, and -p names the program.",
        wrong: [
          Wrong(
            command: "ss -tlnp 'dport = :\(port)'",
            reason: "dport is the peer's port; a listener has no peer."),
          Wrong(
            command: "ss -tnp 'sport = :\(port)'",
            reason: "Without -l and -a the listener is left out."),
          Wrong(
            command: "ss -ulnp 'sport = :\(port)'",
            reason: "-u is UDP: another port \(port)."),
        ], hint: "-l is there, -u is not, and the port is the local one."),
    ]
  }
}
