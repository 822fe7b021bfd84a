import PortKnowledge

/// A table whose blanks are being filled.
struct TableInput: Hashable, Sendable {
  /// How many choices each blank has.
  private let counts: [Int]
  /// The blank under the cursor.
  private(set) var cursor = 0
  /// What each blank is filled with: the index of a choice, nil while it is empty.
  private(set) var choices: [Int?]

  init(_ table: Question.Table) {
    counts = table.blanks.map(\.choices.count)
    choices = counts.map { _ in nil }
  }

  /// How many blanks are empty.
  var emptyCount: Int { choices.count { $0 == nil } }

  /// Whether nothing is filled in and the cursor is still on the first blank.
  var isUntouched: Bool { cursor == 0 && emptyCount == counts.count }

  /// Handles an action.
  mutating func handle(_ action: Action) -> InputStep {
    switch action {
    case .up: select(cursor - 1)
    case .down: select(cursor + 1)
    case .top: select(0)
    case .bottom: select(counts.count - 1)
    case .select(let blank): select(blank)
    case .left: turn(by: -1)
    case .right, .toggle: turn(by: 1)
    case .choose(let choice): fill(with: choice)
    case .takeBack: if choices.indices.contains(cursor) { choices[cursor] = nil }
    case .confirm: return confirm()
    default: break
    }
    return .open
  }

  /// Shows an answer.
  mutating func take(_ cells: [Int]) {
    guard cells.count == choices.count else { return }
    choices = cells
  }

  private mutating func select(_ blank: Int) {
    if counts.indices.contains(blank) { cursor = blank }
  }

  /// Puts the choice after, or before, into the blank and stays on it.
  private mutating func turn(by offset: Int) {
    guard counts.indices.contains(cursor), counts[cursor] > 0 else { return }
    let count = counts[cursor]
    let start = offset > 0 ? -1 : count
    choices[cursor] = ((choices[cursor] ?? start) + offset + count) % count
  }

  /// Fills the blank and goes on to the next empty one, after the last from the first again.
  private mutating func fill(with choice: Int) {
    guard counts.indices.contains(cursor), choice < counts[cursor] else { return }
    choices[cursor] = choice
    let order = Array(choices.indices.suffix(from: cursor)) + choices.indices.prefix(cursor)
    if let next = order.first(where: { choices[$0] == nil }) { cursor = next }
  }

  private mutating func confirm() -> InputStep {
    let filled = choices.compactMap { $0 }
    guard let empty = choices.firstIndex(of: nil) else { return .given(.cells(filled)) }
    cursor = empty
    return .refused(
      filled.isEmpty
        ? "Nothing is filled in yet: press the number of a choice."
        : "\(emptyCount) of \(counts.count) blanks \(emptyCount == 1 ? "is" : "are") still empty: "
          + "press the number of a choice.")
  }
}
