/// Two 5-tuples, of which is asked whether they are one connection.
struct SameConnectionFamily: ExerciseFamily {
  let id = "same-connection"
  let title = "Same or distinct connection?"
  let summary = "Decide whether two 5-tuples name one connection, whichever way they are read."
  let topic = ExerciseTopic.tuples

  /// How the second tuple is made from the first.
  private enum Change {
    case nothing
    case oneField
    case swap
    case swapAndOneField
    case swapPorts
    case swapAddresses
  }

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = CaseDraw(seed: seed, level: level, salt: 0x5A3E_C0DE)
    let pair = Self.pair(level: level, from: &draw)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    let options = level == .hard ? Self.reasoned(pair, &draw) : Self.plain(pair)
    let question = Question(
      id: id, topic: topic.rawValue,
      prompt: "Two packets pass at the same moment, with no NAT in between. "
        + "Do they belong to the same connection?",
      figure: pair.figure.lines,
      kind: .chooseOne(options),
      explanation: Self.rule + " " + Self.conclusion(pair.relation), hints: Self.hints(for: pair))
    return Exercise(question: question, data: pair.caseValue)
  }

  private static let rule =
    "A connection is named by its protocol and its pair of endpoints, in either order "
    + "(RFC 9293, section 3.4.1)."

  private static func conclusion(_ relation: TupleRelation) -> String {
    switch relation {
    case .identical: "Here everything agrees: the same connection."
    case .reversed: "Here both agree, only the direction differs: the same connection."
    case .otherProtocol: "Here the endpoints agree, but not the protocol: distinct."
    case .crossed, .noEndpoint: "Here no endpoint of one is in the other: distinct."
    case .oneEndpoint: "Here only one endpoint is in both: distinct."
    }
  }

  // MARK: The case

  private static func pair(level: ExerciseLevel, from draw: inout CaseDraw) -> TuplePair {
    let client = draw.clientTuple()
    let first = level > .easy && draw.chance(oneIn: 2) ? client.swapped : client
    let field = draw.pick(TupleField.allCases, else: .sourcePort)
    let second: FiveTuple =
      switch draw.pick(changes(level), else: .swap) {
      case .nothing: first
      case .oneField: draw.changing(field, of: first)
      case .swap: first.swapped
      case .swapAndOneField: draw.changing(field, of: first.swapped)
      case .swapPorts: first.withPortsSwapped
      case .swapAddresses: first.withAddressesSwapped
      }
    return TuplePair(first: first, second: second)
  }

  /// The changes of a level; those that occur twice are drawn twice as often.
  private static func changes(_ level: ExerciseLevel) -> [Change] {
    switch level {
    case .easy: [.nothing, .oneField, .oneField, .swap, .swap]
    case .medium: [.oneField, .swap, .swap, .swap, .swapAndOneField, .swapPorts, .swapAddresses]
    case .hard: [.nothing, .oneField, .swap, .swap, .swapAndOneField, .swapPorts, .swapAddresses]
    }
  }

  // MARK: The answers

  private static func plain(_ pair: TuplePair) -> [Question.Option] {
    let isSame = pair.relation.isSameConnection
    return [
      Question.Option(
        "the same connection", isRight: isSame, explanation: pair.reason,
        figure: pair.decidingFigure),
      Question.Option(
        "distinct", isRight: !isSame, explanation: pair.reason,
        figure: pair.decidingFigure),
    ]
  }

  /// Four answers with reasons, the right one among them, always in the same order.
  private static func reasoned(
    _ pair: TuplePair, _ draw: inout CaseDraw
  ) -> [Question.Option] {
    let right = ConnectionReason(pair.relation)
    let wrong = ConnectionReason.allCases.filter { $0 != right }
    let left = draw.pick(wrong, else: .crossed)
    return ConnectionReason.allCases.filter { $0 != left }.map {
      Question.Option(
        $0.text, isRight: $0 == right, explanation: $0.explanation(for: pair),
        figure: pair.decidingFigure)
    }
  }

  private static func hints(for pair: TuplePair) -> [String] {
    func ends(_ tuple: FiveTuple) -> String {
      let ends = tuple.endpoints.sorted().map(\.description).joined(separator: " and ")
      return "\(ends) over \(tuple.transport.name)"
    }
    return [
      "Both directions of a connection belong to it. So it does not matter which end is the source.",
      "An endpoint is an address with its port. Same connection: same protocol, same two endpoints.",
      "1 joins \(ends(pair.first)). 2 joins \(ends(pair.second)).",
    ]
  }
}
