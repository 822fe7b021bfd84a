import TerminalUI

extension ListPosition {
  /// Moves as an action asks, in a list that shows so many entries at once; true where an entry is
  /// to be opened.
  mutating func handle(_ action: Action, count: Int, rows: Int) -> Bool {
    switch action {
    case .up: move(by: -1, count: count)
    case .down: move(by: 1, count: count)
    case .pageUp: move(by: -max(1, rows - 1), count: count)
    case .pageDown: move(by: max(1, rows - 1), count: count)
    case .top: select(0, count: count)
    case .bottom: select(count - 1, count: count)
    case .choose(let index): select(index, count: count)
    default: break
    }
    settle(rows: rows, count: count)
    if case .choose = action { return count > 0 }
    return action == .open && count > 0
  }
}
