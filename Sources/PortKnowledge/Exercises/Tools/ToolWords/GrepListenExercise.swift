/// What a search for LISTEN finds besides TCP listeners.
enum GrepListenExercise {
  private enum Place: CaseIterable {
    case linux
    case windows

    var command: String {
      switch self {
      case .linux: "netstat -an | grep LISTEN"
      case .windows: "netstat -an | grep LISTEN"
      }
    }
  }

  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let place = draw.draw.pick(Place.allCases, else: .linux)
    let port = draw.service()
    let texts: [(String, Bool, String)] =
      place == .linux
      ? [
        (
          "Unix sockets too: netstat calls their state LISTENING", true,
          "LISTENING contains LISTEN, and -a without -t lists Unix sockets as well. "
            + "netstat -tln is exact."
        ),
        (
          "UDP sockets too: they listen as well", false,
          "UDP sockets have no state LISTEN; netstat leaves their state empty."
        ),
        (
          "clients too: they are in LISTEN until they connect", false,
          "A client's socket is never in LISTEN, and a merely bound one is not shown at all."
        ),
        (
          "nothing else: LISTEN is found for TCP alone", false,
          "grep finds the word anywhere, so also in LISTENING, netstat's word for Unix sockets."
        ),
      ]
      : [
        (
          "there is no grep; findstr LISTENING does it", true,
          "Windows has findstr, and its netstat writes LISTENING. With -o it adds the process id."
        ),
        (
          "netstat does not exist there", false,
          "It does: netstat -ano is the usual command. What is missing is grep."
        ),
        (
          "-a and -n are letters of Linux only", false,
          "Both exist on Windows too, and -o adds the process id."
        ),
        (
          "listeners are called ESTABLISHED there", false,
          "ESTABLISHED is an open connection. Listeners are LISTENING there."
        ),
      ]
    let options = texts.map { Question.Option($0.0, isRight: $0.1, explanation: $0.2) }
    return Exercise(
      question: draw.question(
        id,
        place == .linux
          ? "Somebody looks for the listener on port \(port) with \(place.command) on Linux. What does "
            + "the list hold besides TCP listeners?"
          : "Somebody looks for the listener on port \(port) with \(place.command) on plain Windows. Why "
            + "does that fail?",
        .chooseOne(draw.draw.shuffle(options)),
        place == .linux
          ? "On Linux grep LISTEN also finds LISTENING, the state of Unix sockets in netstat. "
            + "ss -tln or netstat -tln lists TCP alone."
          : "On Windows it is netstat -ano | findstr LISTENING. So the well-known line is not the same "
            + "on every system.",
        hints: [
          place == .linux
            ? "grep looks for the letters anywhere in the line."
            : "Two programs run in that line, and both must exist.",
          place == .linux
            ? "Without -t and -u netstat -an lists every kind of socket."
            : "The one that looks for text has another name on Windows, and so has the state.",
          place == .linux
            ? "One kind of socket has a file name instead of a port."
            : "netstat is there. The other program is not.",
        ]),
      data: .object([
        "kind": "grep-listen", "system": place == .linux ? "Linux" : "Windows",
        "port": CaseValue(port),
      ]))
  }
}
