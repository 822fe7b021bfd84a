/// Choosing the address of a line.
enum ReadAddressExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let line = draw.anyCase()
    let address = line.line.local.address
    let misread = ProcLineMisreadings(line.line.local)
    let figure = ProcLineFigure([line.line])
    let figureLines = figure.lines(pointingAt: .local, note: "bytes \(misread.bytes)")
    guard case .v4(let bits) = address else { return ReadPortExercise.made(id, &draw) }
    // The halves exchanged, as if the word were two numbers of 16 bits.
    let halves = IPAddress.v4(bits << 16 | bits >> 16)
    let pairs = IPAddress.v4((bits & 0xFF00_FF00) >> 8 | (bits & 0x00FF_00FF) << 8)
    let wrong: [(IPAddress, String)] = [
      (
        misread.unreversed,
        "These are the bytes as they are printed. A little-endian machine prints the word with the "
          + "last byte first."
      ),
      (halves, "Here only the halves are exchanged. All four bytes stand in reverse order."),
      (pairs, "Here the bytes are exchanged in pairs. All four stand in reverse order."),
    ]
    let right = Question.Option(
      "\(address)", isRight: true,
      explanation: "\(misread.digits.address) is \(misread.bytes); from the right that is "
        + "\(address).",
      figure: figureLines)
    let options =
      [right]
      + wrong.map {
        Question.Option(
          "\($0.0)", isRight: false, explanation: $0.1 + " It is \(address).", figure: figureLines)
      }
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "\(line.file) on x86-64 Linux has this line. Which local address is it?",
        figure: figure.lines(pointingAt: .local, note: "this address"),
        kind: .chooseOne(draw.draw.shuffle(options)),
        explanation: "An IPv4 address is printed as a 32-bit word of the machine. x86-64 is "
          + "little-endian, so the bytes stand in reverse order (proc_pid_net(5)).",
        hints: [
          "Two hexadecimal digits are one byte, so there are four bytes.",
          "A little-endian machine keeps the lowest byte first, and the kernel prints the word as it "
            + "finds it there.",
          "The last byte in the line, \(misread.bytes.suffix(2)), is the first of the address.",
        ]),
      kind: "read-address", line)
  }
}
