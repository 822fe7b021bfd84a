/// Which commands tell the program that listens on a port.
enum PortOwnerExercise {
  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let port = draw.service()
    let right: [(String, String)] = [
      (
        "ss -tlnp 'sport = :\(port)'",
        "-l shows listeners, -p programs, and sport is the local port."
      ),
      ("lsof -iTCP:\(port) -sTCP:LISTEN -P -n", "lsof lists the processes that hold such sockets."),
      ("netstat -tlnp | grep ':\(port) '", "net-tools' netstat has -p for programs too."),
    ]
    let wrong: [(String, String)] = [
      ("ss -tlnp 'dport = :\(port)'", "dport is the peer's port, and a listener has no peer."),
      ("ss -tln 'sport = :\(port)'", "Without -p no program is named."),
      ("ss -ulnp 'sport = :\(port)'", "-u asks for UDP. The UDP port \(port) is another one."),
      (
        "cat /proc/net/tcp | grep :\(port)",
        "That file has no programs, and its ports are hexadecimal."
      ),
      ("ss -tnp 'sport = :\(port)'", "Without -l and -a the listeners are left out."),
      ("netstat -tnp | grep ':\(port) '", "Without -l and -a the listeners are left out."),
    ]
    let some = draw.draw.pick(draw.draw.number(in: 1...2), of: right)
    let others = draw.draw.pick(4 - some.count, of: wrong)
    let options = draw.draw.shuffle(
      some.map { Question.Option($0.0, isRight: true, explanation: $0.1) }
        + others.map { Question.Option($0.0, isRight: false, explanation: $0.1) })
    return Exercise(
      question: draw.question(
        id,
        "You are root on a Linux machine that has all these tools. Tick each command that names the "
          + "program which listens on TCP port \(port).",
        .chooseSeveral(options),
        "A listener has its port on the local side. It takes -l or LISTEN to see it, and -p or lsof to "
          + "see its program.",
        hints: [
          "Three things must be right: the protocol, the listeners, and the programs.",
          "ss and netstat leave listeners out without -l or -a, and programs without -p. sport is the "
            + "local port.",
          some.count == 1 ? "Exactly one is right." : "Exactly \(some.count) are right.",
        ]),
      data: .object([
        "kind": "port-owner", "port": CaseValue(port),
        "commands": .list(options.map { .text($0.text) }),
      ]))
  }
}
