/// Two 5-tuples to compare, with the words and figures that explain the comparison.
struct TuplePair {
  /// The tuple shown as 1.
  let first: FiveTuple
  /// The tuple shown as 2.
  let second: FiveTuple

  /// How they stand to each other.
  var relation: TupleRelation { TupleRelation(first, second) }

  /// Both as they stand.
  var figure: TupleFigure { TupleFigure(first, second) }

  /// Both tuples and how they stand to each other, for other programs.
  var caseValue: CaseValue {
    let fields = first.differingFields(from: second)
    return [
      "first": first.caseValue, "second": second.caseValue,
      "relation": .text(relation.rawValue), "isSameConnection": .truth(relation.isSameConnection),
      "differingFields": .list(
        TupleField.allCases.filter(fields.contains).map { .text($0.rawValue) }),
    ]
  }

  /// What decides, in a sentence or two.
  var reason: String {
    switch relation {
    case .identical:
      "All five fields agree as they stand."
    case .reversed:
      "2 is 1 seen from its other end: turned round, all five fields agree."
    case .otherProtocol:
      "One is TCP, the other UDP. Each has ports of its own, so nothing of theirs is shared."
    case .crossed:
      "The values are the same, but paired differently: \(first.source) of 1 is no endpoint of 2."
    case .oneEndpoint, .noEndpoint:
      "\(Self.list(missing(from: second, in: first))) of 1 is no endpoint of 2, "
        + "which has \(Self.list(missing(from: first, in: second)))."
    }
  }

  /// The two, the second turned round where that brings more fields together, and what decides.
  var decidingFigure: [MarkedText] {
    let asItStands = first.differingFields(from: second)
    let turned = first.differingFields(from: second.swapped)
    let isTurned = turned.count < asItStands.count
    let fields = isTurned ? turned : asItStands
    let figure = TupleFigure(first, isTurned ? second.swapped : second, isTurned: isTurned)
    let lines = figure.lines(pointingAt: fields, note: note(fields))
    let footnote = MarkedText([.init("   * turned round: seen from its other end", .faint)])
    return isTurned ? lines + [footnote] : lines
  }

  private func note(_ fields: Set<TupleField>) -> String {
    switch (relation, fields.count) {
    case (_, 0): "▲ nothing differs"
    case (.crossed, _): "paired differently"
    case (_, 1): fields.map(\.name).joined() + " differs"
    default: "these differ"
    }
  }

  private func missing(from other: FiveTuple, in tuple: FiveTuple) -> [Endpoint] {
    [tuple.source, tuple.destination].filter { !other.endpoints.contains($0) }
  }

  private static func list(_ endpoints: [Endpoint]) -> String {
    endpoints.map(\.description).joined(separator: " or ")
  }
}
