/// Which IPv6 address a line of tcp6 holds.
enum IPv6AddressExercise {
  static func made(_ id: String, _ draw: inout ProcLineDraw) -> Exercise {
    let service = draw.service()
    let address = Self.address(&draw)
    let local = Endpoint(address, service)
    let line =
      address.isLoopback && draw.draw.chance(oneIn: 2)
      ? ProcLineCase.connection(
        .server, from: local, to: Endpoint(address, draw.ephemeral()))
      : ProcLineCase.listener(on: local)
    let misread = IPv6Misreadings(address)
    let figure = ProcLineFigure([line.line]).lines(
      pointingAt: .local, note: "reverse inside each 8 digits")
    let right = Question.Option(
      "\(address)", isRight: true,
      explanation: "The words are \(misread.words). With the bytes of each reversed: \(address).",
      figure: figure)
    let wrong = misread.wrong.prefix(3).map {
      Question.Option("\($0.address)", isRight: false, explanation: $0.reason, figure: figure)
    }
    return ProcLineFamily.exercise(
      Question(
        id: id, topic: ExerciseTopic.tools.rawValue,
        prompt: "/proc/net/tcp6 on x86-64 Linux has this line, with its columns below each other. "
          + "Which local address is it?",
        figure: ProcLineFigure([line.line]).lines,
        kind: .chooseOne(draw.draw.shuffle([right] + wrong)),
        explanation:
          "An IPv6 address is printed as four 32-bit words, each in the byte order of the "
          + "machine: reversed inside the word on a little-endian one.",
        hints: [
          "32 digits are 16 bytes, and the kernel prints them as four words of 8 digits.",
          "Reverse the four bytes inside each word, and leave the words in their order.",
          "The last word, \(misread.words.suffix(8)), becomes "
            + "\(IPv6Misreadings.written(address).suffix(8)).",
        ]),
      kind: "ipv6-address", line)
  }

  /// ::1 or an address of the documentation range (RFC 3849).
  static func address(_ draw: inout ProcLineDraw) -> IPAddress {
    if draw.draw.chance(oneIn: 3) { return .loopback6 }
    let group = UInt64(draw.draw.number(in: UInt16(1)...0xFFFF))
    let low = UInt64(draw.draw.number(in: UInt16(0x11)...0xFFF))
    return draw.draw.chance(oneIn: 2)
      ? .v6(0x2001_0DB8_0000_0000 | group << 16, low) : .v6(0x2001_0DB8_0000_0000, low)
  }
}
