extension Question {
  /// A right answer, as somebody who knows it gives it.
  public var rightAnswer: Answer {
    switch kind {
    case .chooseOne(let options): .choice(options.firstIndex { $0.isRight } ?? 0)
    case .chooseSeveral(let options): .choices(Set(options.indices.filter { options[$0].isRight }))
    case .entry(let entry): .text(entry.accepted.first ?? "")
    case .putInOrder(let ordering): .order(ordering.solution)
    case .fillTable(let table): .cells(table.blanks.map(\.right))
    }
  }

  /// The right answer in words instead of numbers, one line for each part of it.
  public var solution: [String] {
    switch kind {
    case .chooseOne(let options), .chooseSeveral(let options):
      options.filter(\.isRight).map(\.text)
    case .entry(let entry): entry.accepted.prefix(1).map { $0 }
    case .putInOrder(let ordering):
      ordering.solution.enumerated().map { "\($0 + 1). \(ordering.items[$1])" }
    case .fillTable(let table):
      table.blanks.map { "\($0.name): \($0.choices[$0.right].text)" }
    }
  }
}
