/// Which of the five fields differ, and which one to change for another connection.
struct DifferingFieldFamily: ExerciseFamily {
  let id = "differing-field"
  let title = "Which fields differ?"
  let summary = "Name the fields in which two 5-tuples differ, and change one on purpose."
  let topic = ExerciseTopic.tuples

  func exercise(seed: UInt64, level: ExerciseLevel) -> Exercise {
    var draw = CaseDraw(seed: seed, level: level, salt: 0xD1FF)
    let id = ExerciseID(family: id, level: level, seed: seed).description
    if draw.chance(oneIn: 3) {
      let exercise = SecondConnectionExercise(draw.clientTuple(), level: level, from: &draw)
      return Exercise(question: exercise.question(id), data: exercise.caseValue)
    }
    if level > .easy, draw.chance(oneIn: 4), let exercise = Self.otherEndpoint(from: &draw) {
      return Exercise(question: exercise.question(id), data: exercise.caseValue)
    }
    let client = draw.clientTuple()
    let first = level > .easy && draw.chance(oneIn: 2) ? client.swapped : client
    let pair = TuplePair(first: first, second: Self.second(first, level: level, from: &draw))
    return Exercise(question: tickFields(id, pair.first, pair.second), data: pair.caseValue)
  }

  /// Two tuples with one endpoint in common, on the hard level in opposite directions.
  private static func otherEndpoint(from draw: inout CaseDraw) -> OtherEndpointExercise? {
    let first = draw.clientTuple()
    let fields: [TupleField] = [.sourceAddress, .sourcePort, .destinationAddress, .destinationPort]
    let field = draw.pick(fields, else: .sourcePort)
    let second = draw.changing(field, of: first)
    let isTurned = draw.level == .hard || draw.chance(oneIn: 3)
    return OtherEndpointExercise(
      TuplePair(first: first, second: isTurned ? second.swapped : second))
  }

  // MARK: Tick the fields

  private func tickFields(_ id: String, _ first: FiveTuple, _ second: FiveTuple) -> Question {
    let differing = first.differingFields(from: second)
    let options = TupleField.allCases.map {
      Self.option($0, first: first, second: second, isRight: differing.contains($0))
    }
    return Question(
      id: id, topic: topic.rawValue,
      prompt: "Read both 5-tuples from left to right. "
        + "Tick every field that holds another value in 2 than in 1.",
      figure: TupleFigure(first, second).lines, kind: .chooseSeveral(options),
      explanation: Self.explanation(first, second, differing: differing),
      hints: [
        "There are five fields: protocol, source address and port, destination address and port.",
        "Compare field by field with the one right below. Which end is which does not matter here.",
        differing.count == 1
          ? "Exactly one field differs." : "Exactly \(differing.count) fields differ.",
      ])
  }

  private static func second(
    _ first: FiveTuple, level: ExerciseLevel, from draw: inout CaseDraw
  ) -> FiveTuple {
    let fields = draw.shuffle(TupleField.allCases)
    switch level {
    case .easy:
      return draw.changing(fields[0], of: first)
    case .medium:
      if draw.chance(oneIn: 5) { return first.withPortsSwapped }
      let once = draw.changing(fields[0], of: first)
      return draw.chance(oneIn: 3) ? once : draw.changing(fields[1], of: once)
    case .hard:
      if draw.chance(oneIn: 4) { return first.swapped }
      if draw.chance(oneIn: 4) { return first.withAddressesSwapped }
      let count = draw.pick([1, 2, 2, 3], else: 2)
      return fields.prefix(count).reduce(first) { draw.changing($1, of: $0) }
    }
  }

  private static func option(
    _ field: TupleField, first: FiveTuple, second: FiveTuple, isRight: Bool
  ) -> Question.Option {
    let one = first.text(of: field)
    let two = second.text(of: field)
    return Question.Option(
      field.name, isRight: isRight,
      explanation: isRight ? "It differs: 1 has \(one), 2 has \(two)." : "Both have \(one).",
      figure: TupleFigure(first, second).lines(
        pointingAt: [field], note: isRight ? "differs" : "the same"))
  }

  private static func explanation(
    _ first: FiveTuple, _ second: FiveTuple, differing: Set<TupleField>
  ) -> String {
    let names = TupleField.allCases.filter(differing.contains).map(\.name)
    let verb = names.count == 1 ? "differs" : "differ"
    let list =
      names.count < 3
      ? names.joined(separator: " and ")
      : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    let fields = "\(list.prefix(1).uppercased())\(list.dropFirst()) \(verb)."
    return first.isSameConnection(as: second)
      ? fields + " And yet it is one connection: 2 is 1 seen from its other end."
      : differing == [.transport]
        ? fields + " TCP and UDP have separate ports, so the two do not belong together."
        : fields + " One different field is enough for another connection."
  }
}
