/// How an IPv6 address is written in /proc/net/tcp6.
enum IPv6TextExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let address = IPv6AddressExercise.address(&draw)
    let line = ProcLineCase.listener(on: Endpoint(address, draw.service()))
    let misread = IPv6Misreadings(address)
    let figure = ProcLineFigure([line.line]).lines(
      pointingAt: .local, note: "reversed inside each 8 digits")
    let right = Question.Option(
      misread.digits, isRight: true,
      explanation: "\(IPv6Misreadings.written(address)) in words of 8 digits, each with its bytes "
        + "reversed.",
      figure: figure)
    let wrong = misread.wrong.prefix(3).map { wrong in
      // Whoever makes this mistake in reading makes it in writing too.
      Question.Option(
        Self.text(wrong.address, of: misread), isRight: false,
        explanation: Self.reason(wrong.address, of: misread), figure: figure)
    }
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "A program on x86-64 Linux listens on [\(address)]:\(line.line.local.port). "
          + "How does /proc/net/tcp6 write the address?",
        kind: .chooseOne(draw.draw.shuffle([right] + wrong)),
        explanation:
          "An IPv6 address is four 32-bit words. A little-endian machine prints the four "
          + "bytes of each word in reverse order and keeps the order of the words.",
        hints: [
          "Write all 32 digits of the address first: \(IPv6Misreadings.written(address)).",
          "Cut them into words of 8 digits and reverse the bytes, two digits each, inside a word.",
          address == .loopback6
            ? "Three words are all zeros. In the last one the byte 01 stands at the wrong end."
            : "The first word, \(IPv6Misreadings.written(address).prefix(8)), becomes "
              + "\(misread.digits.prefix(8)).",
        ]),
      kind: "ipv6-text", line)
  }

  /// What is written by somebody who takes the kernel's order for another one.
  private static func text(_ wrong: IPAddress, of misread: IPv6Misreadings) -> String {
    let written = Array(IPv6Misreadings.written(misread.address))
    let bytes = stride(from: 0, to: 32, by: 2).map { String(written[$0..<$0 + 2]) }
    if wrong == misread.unreversed { return bytes.joined() }
    if wrong == misread.allReversed { return bytes.reversed().joined() }
    return stride(from: 0, to: 16, by: 2).map { bytes[$0 + 1] + bytes[$0] }.joined()
  }

  private static func reason(_ wrong: IPAddress, of misread: IPv6Misreadings) -> String {
    if wrong == misread.unreversed {
      return "These are the bytes in the order in which the address is written. The machine prints "
        + "words, and it is little-endian."
    }
    if wrong == misread.allReversed {
      return
        "Here all 16 bytes are reversed. The words keep their order; only inside each word the "
        + "bytes stand in reverse."
    }
    return "Here the bytes of 16-bit groups are exchanged. The kernel prints words of 32 bits."
  }
}
