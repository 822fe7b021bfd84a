/// What a letter of ss, netstat or lsof does.
enum OptionLetterExercise {
  /// Letters and what they do.
  struct Letter: Hashable, Sendable {
    let letter: String
    let effect: String
  }

  /// Those of ss; ss(8).
  static let ss: [Letter] = [
    Letter(letter: "-t", effect: "TCP sockets"),
    Letter(letter: "-u", effect: "UDP sockets"),
    Letter(letter: "-l", effect: "listeners only"),
    Letter(letter: "-a", effect: "listeners and connections"),
    Letter(letter: "-n", effect: "numbers, no names of services"),
    Letter(letter: "-p", effect: "the programs that hold the sockets"),
    Letter(letter: "-o", effect: "timers"),
  ]

  /// Those of lsof; lsof(8).
  private static let lsof: [Letter] = [
    Letter(letter: "-P", effect: "port numbers, no names of services"),
    Letter(letter: "-n", effect: "IP addresses, no names from DNS"),
    Letter(letter: "-sTCP:LISTEN", effect: "only TCP sockets in LISTEN"),
    Letter(letter: "-iTCP", effect: "only TCP sockets, no other files"),
  ]

  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let isLsof = draw.draw.chance(oneIn: 3)
    let letters = isLsof ? lsof : ss
    let asked = draw.draw.pick(letters, else: letters[0])
    let command = isLsof ? "lsof -iTCP -sTCP:LISTEN -P -n" : command(with: asked.letter)
    let others = draw.draw.pick(3, of: letters.filter { $0 != asked })
    let options = draw.draw.shuffle([asked] + others).map { candidate in
      Question.Option(
        candidate.effect, isRight: candidate == asked,
        explanation: candidate == asked
          ? "\(asked.letter) shows \(asked.effect)."
          : "That is \(candidate.letter). \(asked.letter) shows \(asked.effect).")
    }
    return Exercise(
      question: draw.question(
        id,
        "What does \(asked.letter) add to the command \(command), typed to find port "
          + "\(draw.service())?",
        .chooseOne(options),
        isLsof
          ? "lsof lists open files, sockets among them: -i chooses the protocol, -s the state, -P and "
            + "-n keep numbers (lsof(8))."
          : "ss: -t TCP, -u UDP, -l listeners, -a everything, -n numbers, -p programs, -o timers "
            + "(ss(8)).",
        hints: [
          "Some letters choose which sockets are listed, others what is printed about each.",
          isLsof
            ? "-i and -s choose; -P and -n say how ports and addresses are written."
            : "t and u choose the protocol, l and a the states; n, p and o what is printed.",
          hint(asked, isLsof: isLsof),
        ]),
      data: .object([
        "kind": "option-letter", "command": .text(command), "letter": .text(asked.letter),
      ]))
  }

  private static func command(with letter: String) -> String {
    switch letter {
    case "-u": "ss -u -l -n -p"
    case "-a": "ss -t -a -n -p"
    case "-o": "ss -t -a -n -o"
    default: "ss -t -l -n -p"
    }
  }

  private static func hint(_ asked: Letter, isLsof: Bool) -> String {
    switch asked.letter {
    case "-t", "-u": "It is the first letter of a protocol."
    case "-l": "It is the first letter of what servers do."
    case "-a": "It is the first letter of a word that leaves nothing out."
    case "-n" where !isLsof: "It is the first letter of numeric."
    case "-n": "It spares questions to a name server."
    case "-p": "It is the first letter of what holds a descriptor."
    case "-P": "The capital letter stands for ports."
    case "-o": "Connections that are closing have one running."
    case "-iTCP": "The letter i stands for internet."
    default: "The letter s stands for state."
    }
  }
}
