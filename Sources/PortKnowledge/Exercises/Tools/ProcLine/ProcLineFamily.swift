/// Reading and writing the lines of /proc/net/tcp and its relatives.
struct ProcLineFamily: ExerciseFamily {
  let id = "proc-line"
  let title = "Read a line of /proc/net/tcp"
  let summary =
    "Read the hexadecimal addresses, ports, states and queues of /proc/net, and write them."
  let topic = ExerciseTopic.tools
  let asksKernel = true

  /// Five kinds of questions a level, dealt so that neighbours never are of one kind.
  private static let deck = SeededDeck(count: 5, salt: 0x9_DECC)

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = ProcLineDraw(seed: seed, level: level)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    switch (level, Self.deck.card(seed: seed)) {
    case (.easy, 0), (.medium, 0): return ReadEndpointExercise.made(id, &draw)
    case (.easy, 1): return ReadPortExercise.made(id, &draw)
    case (.easy, 2): return ChooseTextExercise.made(id, &draw)
    case (.easy, 3): return StateCodeExercise.made(id, &draw)
    case (.easy, _): return ReadAddressExercise.made(id, &draw)
    case (.medium, 1): return WriteEndpointExercise.made(id, &draw)
    case (.medium, 2): return QueueDigitsExercise.made(id, &draw)
    case (.medium, 3): return StateColumnExercise.made(id, &draw)
    case (.medium, _): return WholeLineExercise.made(id, &draw)
    case (.hard, 0): return IPv6AddressExercise.made(id, &draw)
    case (.hard, 1): return IPv6TextExercise.made(id, &draw)
    case (.hard, 2): return MappedLineExercise.made(id, &draw)
    case (.hard, 3): return UDPLineExercise.made(id, &draw)
    case (.hard, _): return OtherEndExercise.made(id, &draw)
    }
  }

  /// An exercise about a line, with its data and the calls that make the socket.
  static func exercise(
    _ question: Question, kind: String, _ line: ProcLineCase, _ more: [String: CaseValue] = [:]
  ) -> Exercise {
    let own: [String: CaseValue] = ["kind": .text(kind), "line": line.data]
    return Exercise(
      question: question, data: .object(own.merging(more) { first, _ in first }),
      experiment: line.experiment)
  }
}
