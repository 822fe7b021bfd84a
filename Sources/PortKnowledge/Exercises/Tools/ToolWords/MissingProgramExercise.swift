/// Why a row has no program although -p was given.
enum MissingProgramExercise {
  private enum Cause: CaseIterable {
    case otherUser
    case timeWait
    case notAccepted
  }

  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let cause = draw.draw.pick(Cause.allCases, else: .otherUser)
    let port = draw.service()
    let machine = draw.machine()
    let client = draw.client()
    let listener = ListedSocket(
      listener: Endpoint(.any, port), waiting: cause == .notAccepted ? 1 : 0)
    let connection = ListedSocket(
      cause == .timeWait ? .timeWait : .established, local: Endpoint(machine, port),
      remote: client)
    let rows = cause == .otherUser ? [listener] : [listener, connection]
    let listing = SSListing(rows)
    let options = Cause.allCases.map { candidate in
      Question.Option(
        text(candidate), isRight: candidate == cause, explanation: explanation(candidate, cause),
        figure: figure(cause, listing))
    }
    let nobody = Question.Option(
      "no program runs: the kernel serves the port itself", isRight: false,
      explanation: "The kernel answers no requests on its own here. " + explanation(cause, cause),
      figure: figure(cause, listing))
    return Exercise(
      question: draw.question(
        id, prompt(cause, port: port), figure: listing.lines,
        .chooseOne(draw.draw.shuffle(options + [nobody])), explanation(cause, cause),
        hints: [
          "-p looks for a process that holds a descriptor of the socket.",
          "Other users' processes are hidden from you; a connection in the accept queue has no "
            + "descriptor yet, and one in TIME-WAIT has none any more.",
          hint(cause),
        ]),
      data: .object([
        "kind": "missing-program", "port": CaseValue(port),
        "rows": .list(rows.map { .text(SSListing.brief($0)) }),
        "asRoot": .truth(cause != .otherUser),
      ]))
  }

  private static func prompt(_ cause: Cause, port: PortNumber) -> String {
    switch cause {
    case .otherUser:
      "ss -tlnp, typed by an ordinary user, names no program in this row, although clients "
        + "are served on port \(port). Why?"
    case .timeWait, .notAccepted:
      "ss -tanp, typed by root, names a program in the row in LISTEN and none in the other. Why?"
    }
  }

  private static func figure(_ cause: Cause, _ listing: SSListing) -> [MarkedText] {
    switch cause {
    case .otherUser: listing.lines(pointingAt: 0, .state, note: "held by another user's program")
    case .timeWait: listing.lines(pointingAt: 1, .state, note: "already closed by the program")
    case .notAccepted: listing.lines(pointingAt: 0, .receiveQueue, note: "one waits for accept()")
    }
  }

  private static func text(_ cause: Cause) -> String {
    switch cause {
    case .otherUser: "the program belongs to another user"
    case .timeWait: "the program has closed the connection already"
    case .notAccepted: "no accept() has taken the connection yet"
    }
  }

  private static func explanation(_ candidate: Cause, _ cause: Cause) -> String {
    let right: String =
      switch cause {
      case .otherUser:
        "Who holds a socket stands in /proc/PID/fd, which only its owner and root may read."
      case .timeWait:
        "In TIME-WAIT both sides have closed: no process holds the socket any more."
      case .notAccepted:
        "Recv-Q of the listener is 1: the connection waits in the accept queue, and no process has a "
          + "descriptor of it."
      }
    if candidate == cause { return right }
    switch candidate {
    case .otherUser: return "root sees the programs of all users. " + right
    case .timeWait:
      return "A closed connection would be in TIME-WAIT or another state of closing. " + right
    case .notAccepted:
      return cause == .otherUser
        ? "A listener is never accepted: accept() gives other sockets. " + right
        : "A connection that waits for accept() is in ESTAB, and Recv-Q of the listener counts it. "
          + right
    }
  }

  private static func hint(_ cause: Cause) -> String {
    switch cause {
    case .otherUser: "With sudo the same command would name the program."
    case .timeWait: "Look at the state of the other row: what has the program done?"
    case .notAccepted: "Look at Recv-Q of the row in LISTEN."
    }
  }
}
