import PortKnowledge

extension Question {
  /// What somebody types who knows the answer.
  var rightLine: String {
    switch kind {
    case .chooseOne, .chooseSeveral: numbers { $0.isRight }
    case .entry(let entry): entry.accepted.first ?? ""
    case .putInOrder(let ordering): Self.line(ordering.solution)
    case .fillTable(let table): Self.line(table.blanks.map(\.right))
    }
  }

  /// What somebody types who has it wrong: the first option that is wrong.
  var wrongLine: String {
    switch kind {
    case .chooseOne, .chooseSeveral: String(numbers { !$0.isRight }.prefix { $0 != "," })
    case .entry: "none of them"
    case .putInOrder(let ordering): Self.line(ordering.solution.reversed())
    case .fillTable(let table): Self.line(Self.firstWrong(in: table))
    }
  }

  /// What is to be said about ``wrongLine``.
  var verdictOnWrongLine: Verdict {
    let index = (Int(wrongLine) ?? 0) - 1
    return switch kind {
    case .chooseOne: verdict(on: .choice(index))
    case .chooseSeveral: verdict(on: .choices([index]))
    case .entry: verdict(on: .text(wrongLine))
    case .putInOrder(let ordering): verdict(on: .order(ordering.solution.reversed()))
    case .fillTable(let table): verdict(on: .cells(Self.firstWrong(in: table)))
    }
  }

  /// The right choices, but for the first blank.
  private static func firstWrong(in table: Table) -> [Int] {
    var cells = table.blanks.map(\.right)
    cells[0] = table.blanks[0].choices.firstIndex { !$0.isRight } ?? 0
    return cells
  }

  private static func line(_ indices: [Int]) -> String {
    indices.map { String($0 + 1) }.joined(separator: ",")
  }

  private func numbers(where isMeant: (Option) -> Bool) -> String {
    zip(1..., options).filter { isMeant($0.1) }.map { "\($0.0)" }.joined(separator: ",")
  }
}
